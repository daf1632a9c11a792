package cairn.codes.dft.cp2k;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.structure.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The instants of molecular dynamics in the output of CP2K:
///
///     "MD| Step number" int
///     "MD| Potential energy [hartree]" number average
///     "MD| Temperature [K]" number average
///     "MD| Pressure [bar]" number average                  where it computes a stress; the last of a step
final class Cp2kSamples {
    private static final double BAR_PER_EV_PER_ANGSTROM3 = 1000 * Units.KILOBAR_PER_EV_ANGSTROM3;

    private final List<Sample> samples = new ArrayList<>();
    private final int before;
    private int step;
    private double energy = Double.NaN;

    private Cp2kSamples(int before) {
        this.before = before;
    }

    static List<Sample> of(Path output, Start start) {
        Cp2kSamples all = new Cp2kSamples(start instanceof Start.Later later ? later.stepsDone() : 0);
        if (Files.isRegularFile(output)) {
            try (LineReader lines = LineReader.open(output)) {
                while (lines.next()) {
                    all.take(lines.line());
                }
            }
        }
        return all.samples;
    }

    private void take(Line line) {
        if (!line.begins("MD| ")) {
            return;
        }
        if (line.begins("MD| Step number")) {
            step = (int) line.numberAfter("number");
        } else if (line.begins("MD| Potential energy")) {
            energy = Units.EV_PER_HARTREE * line.numberAfter("]");
        } else if (line.begins("MD| Temperature [K]") && step > 0) {
            samples.add(new Sample(before + step, energy, line.numberAfter("]"), Double.NaN));
        } else if (line.begins("MD| Pressure [bar]") && !samples.isEmpty()) {
            Sample last = samples.removeLast();
            samples.add(new Sample(
                    last.step(),
                    last.potentialEv(),
                    last.temperatureK(),
                    line.numberAfter("]") / BAR_PER_EV_PER_ANGSTROM3));
        }
    }
}
