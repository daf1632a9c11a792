package cairn.codes.output.cp2k;

import cairn.codes.output.BandSteps;
import cairn.codes.output.Line;
import cairn.codes.output.Step;
import java.util.function.Consumer;

/// The iterations in the main output of a band:
///
///     "ENERGIES [au] =" number number number number
///     number number number number                          until all images are told
///     "BAND TOTAL ENERGY [au] =" number
final class Cp2kBand {
    private static final int IN_A_LINE = 4;

    private final BandSteps steps;
    private boolean isInEnergies;

    Cp2kBand(Consumer<Step> steps) {
        this.steps = new BandSteps(steps);
    }

    void take(Line line) {
        if (line.begins("ENERGIES [au]")) {
            isInEnergies = true;
            steps.begin();
            energies(line, line.indexOf("=") + 1);
        } else if (line.begins("BAND TOTAL ENERGY [au]")) {
            isInEnergies = false;
            steps.end();
        } else if (isInEnergies) {
            energies(line, 0);
        }
    }

    /// Stars are no number of one image, and then the iteration has no highest one.
    private void energies(Line line, int from) {
        double[] hartree = new double[IN_A_LINE];
        int read = line.numbers(from, hartree);
        for (int i = 0; i < read; i++) {
            steps.image(hartree[i] * Hartree.ENERGY);
        }
        if (line.contains("***")) {
            steps.image(Double.NaN);
        }
    }

    BandSteps steps() {
        return steps;
    }
}
