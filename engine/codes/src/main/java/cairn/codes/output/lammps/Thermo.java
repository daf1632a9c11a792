package cairn.codes.output.lammps;

import cairn.codes.bands.lammps.LammpsUnits;
import cairn.codes.output.Line;
import cairn.structure.Stress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of thermodynamic output:
///
///     memory := "Per MPI rank memory allocation"              the heading follows
///     head   := "Step" name ... | "   Step" name ...
///     row    := int number ...                                as many as there are names
///     end    := "Loop time of" ...
///     final  := "  Energy initial, next-to-last, final =" line-break number{3}     with all digits; of minimizations
///
/// Of the columns Step, PotEng (or E_pair and E_mol, of which it is the sum) and Pxx ... Pyz are used.
final class Thermo {
    private static final String POTENTIAL = "PotEng";
    private static final List<String> PARTS = List.of("E_pair", "E_mol");
    private static final List<String> PRESSURES = List.of("Pxx", "Pyy", "Pzz", "Pyz", "Pxz", "Pxy");

    /// A row: the step's number, the potential energy (eV), and the stress.
    record Row(long step, double energy, Stress stress) {
        Row withEnergy(double other) {
            return new Row(step, other, stress);
        }
    }

    private final List<String> names = new ArrayList<>();
    private double[] numbers = {};
    private boolean inside;
    private boolean expectsFinal;

    /// What a line is to the rows.
    enum Kind {
        OTHER,
        ROW,
        BROKEN_ROW,
        FINAL_ENERGY
    }

    Kind take(Line line) {
        if (expectsFinal) {
            expectsFinal = false;
            numbers = new double[3];
            return line.numbers(0, numbers) == 3 ? Kind.FINAL_ENERGY : Kind.OTHER;
        }
        if (line.begins("Step ")) {
            head(line);
        } else if (line.begins("Loop time of")) {
            inside = false;
        } else if (line.begins("Energy initial, next-to-last, final")) {
            expectsFinal = true;
        } else if (inside && isDigit(line.first())) {
            return row(line);
        }
        return Kind.OTHER;
    }

    private static boolean isDigit(char first) {
        return first >= '0' && first <= '9';
    }

    private void head(Line line) {
        names.clear();
        names.addAll(Arrays.asList(line.text().strip().split("\\s+")));
        inside = names.contains(POTENTIAL) || names.containsAll(PARTS);
    }

    private Kind row(Line line) {
        numbers = new double[names.size()];
        return line.numbers(0, numbers) == numbers.length ? Kind.ROW : Kind.BROKEN_ROW;
    }

    Row row(LammpsUnits units) {
        return new Row((long) numbers[0], units.energy() * potential(), stress(units));
    }

    private double potential() {
        return names.contains(POTENTIAL)
                ? column(POTENTIAL)
                : PARTS.stream().mapToDouble(this::column).sum();
    }

    private double column(String name) {
        return numbers[names.indexOf(name)];
    }

    double finalEnergy(LammpsUnits units) {
        return units.energy() * numbers[2];
    }

    private Stress stress(LammpsUnits units) {
        if (!names.containsAll(PRESSURES)) {
            return new Stress.NotGiven();
        }
        double[] tension = PRESSURES.stream()
                .mapToDouble(name -> -units.pressure() * column(name))
                .toArray();
        return new Stress.Tensor(tension[0], tension[1], tension[2], tension[3], tension[4], tension[5]);
    }
}
