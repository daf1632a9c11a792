package cairn.codes.dft.espresso;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The instants of molecular dynamics in the text of pw.x:
///
///     "!    total energy              =" number "Ry"
///     "total   stress ... P=" number                        kbar, of the electrons and ions at rest
///     "Entering Dynamics:    iteration =" int
///     "temperature           =" number "K"                  after the energy of its step
final class PwSamples {
    private final List<Sample> samples = new ArrayList<>();
    private final int stepsBefore;
    private final double kineticPerKelvin;
    private double energy = Double.NaN;
    private double pressure = Double.NaN;
    private int step;

    private PwSamples(int stepsBefore, double kineticPerKelvin) {
        this.stepsBefore = stepsBefore;
        this.kineticPerKelvin = kineticPerKelvin;
    }

    /// pw.x goes on counting where it goes on from what it saved, and begins anew elsewhere.
    static List<Sample> of(Path output, Start start, Structure structure) {
        int before = start instanceof Start.Later later ? later.stepsDone() : 0;
        double moving = structure.count() - structure.constraints().fixedCount();
        PwSamples all = new PwSamples(
                before, moving * Units.EV_PER_KELVIN / structure.cell().volume());
        if (Files.isRegularFile(output)) {
            try (LineReader lines = LineReader.open(output)) {
                while (lines.next()) {
                    all.take(lines.line());
                }
            }
        }
        return all.samples;
    }

    static int last(List<Sample> samples) {
        return samples.isEmpty() ? 0 : samples.getLast().step();
    }

    private void take(Line line) {
        switch (line.first()) {
            case '!' -> energy = Units.EV_PER_RYDBERG * line.numberAfter("=");
            case 't' -> ofStep(line);
            case 'E' -> {
                if (line.begins("Entering Dynamics:")) {
                    step = (int) line.numberAfter("iteration =");
                }
            }
            default -> {}
        }
    }

    private void ofStep(Line line) {
        if (line.begins("total   stress") && line.contains("P=")) {
            pressure = line.numberAfter("P=") / Units.KILOBAR_PER_EV_ANGSTROM3;
        } else if (line.begins("temperature ") && line.contains(" K") && step > 0) {
            double temperature = line.numberAfter("=");
            samples.add(new Sample(stepsBefore + step, energy, temperature, pressure + kineticPerKelvin * temperature));
        }
    }
}
