package cairn.codes.output.espresso;

import cairn.codes.output.Line;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Where pw.x says that cell and atoms are: in its heading, and again before each further step.
///
///     "number of atoms/cell =" number
///     "celldm(1)=" number ...                                  bohr
///     "a(1) = (" x y z ")"                                     alat
///     number label "tau(" number ") = (" x y z ")"             alat; a second table in fractions is not read
///     "CELL_PARAMETERS (" unit ")", three lines x y z          unit: alat= number | bohr | angstrom
///     "ATOMIC_POSITIONS (" unit ")", lines label x y z [flags] unit: the same, or crystal
///
/// Cards have more digits than the heading that pw.x repeats after a vc-relax, so they win.
final class PwGeometry {
    private enum Part {
        NONE,
        SITES,
        CELL,
        ATOMS
    }

    private final double[] three = new double[3];
    private final List<Element> species = new ArrayList<>();
    private final BitSet fixed = new BitSet();

    private Part part = Part.NONE;
    private boolean cellCards;
    private boolean atomCards;
    private boolean unknownLabel;
    private double alat = Double.NaN;
    private double[] cell = new double[9];
    private double[] positions = {};
    private int row;
    private int stated;
    private double unit;
    private boolean fractions;

    void take(Line line) {
        switch (part) {
            case NONE -> heading(line);
            case SITES -> site(line);
            case CELL -> cellRow(line);
            case ATOMS -> atom(line);
        }
    }

    private void heading(Line line) {
        switch (line.first()) {
            case 'c' -> alat(line);
            case 'a' -> axis(line);
            case 'n' -> stated(line);
            case 's' -> sites(line);
            case 'C' -> cellCard(line);
            case 'A' -> atomCard(line);
            default -> {}
        }
    }

    private void alat(Line line) {
        if (line.begins("celldm(1)=") && Double.isNaN(alat)) {
            alat = Rydberg.LENGTH * line.numberAfter("celldm(1)=");
        }
    }

    private void axis(Line line) {
        if (!cellCards && line.begins("a(") && line.contains(") = (")) {
            int vector = line.text().charAt(line.indent() + 2) - '1';
            if (vector >= 0 && vector < 3 && line.numbers(line.indexOf(") = (") + 5, three) == 3) {
                for (int axis = 0; axis < 3; axis++) {
                    cell[3 * vector + axis] = alat * three[axis];
                }
            }
        }
    }

    private void stated(Line line) {
        if (line.begins("number of atoms/cell")) {
            stated = (int) line.numberAfter("=");
        }
    }

    private void sites(Line line) {
        if (!atomCards && line.begins("site n.") && line.contains("alat")) {
            begin(Part.SITES, alat);
        }
    }

    private void site(Line line) {
        int at = line.indexOf(") = (");
        if (at < 0 || line.numbers(at + 5, three) < 3) {
            part = Part.NONE;
            return;
        }
        add(line.word(1));
    }

    private void cellCard(Line line) {
        if (line.begins("CELL_PARAMETERS")) {
            unit = unit(line);
            row = 0;
            part = Part.CELL;
            cellCards = true;
        }
    }

    private void cellRow(Line line) {
        if (line.numbers(0, three) < 3) {
            part = Part.NONE;
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            cell[3 * row + axis] = unit * three[axis];
        }
        row++;
        part = row == 3 ? Part.NONE : Part.CELL;
    }

    private void atomCard(Line line) {
        if (line.begins("ATOMIC_POSITIONS")) {
            begin(Part.ATOMS, unit(line));
            fractions = line.contains("crystal");
            fixed.clear();
            atomCards = true;
        }
    }

    private void atom(Line line) {
        double[] numbers = new double[6];
        String label = line.word(0);
        int count = line.numbers(line.indent() + label.length(), numbers);
        if (label.isEmpty() || count < 3) {
            part = Part.NONE;
            return;
        }
        System.arraycopy(numbers, 0, three, 0, 3);
        fixed.set(species.size(), count == 6 && numbers[3] + numbers[4] + numbers[5] == 0);
        add(label);
    }

    private void begin(Part begun, double inAngstrom) {
        part = begun;
        unit = inAngstrom;
        fractions = false;
        species.clear();
        positions = new double[Math.max(positions.length, 30)];
    }

    private void add(String label) {
        int at = 3 * species.size();
        if (at + 3 > positions.length) {
            positions = Arrays.copyOf(positions, 2 * at + 3);
        }
        for (int axis = 0; axis < 3; axis++) {
            positions[at + axis] = unit * three[axis];
        }
        unknownLabel |= Labels.element(label).isEmpty();
        species.add(Labels.element(label).orElse(new Element(1, "H")));
    }

    /// Angstrom; 1 for fractions.
    private double unit(Line line) {
        if (line.contains("angstrom") || line.contains("crystal")) {
            return 1;
        }
        if (line.contains("bohr")) {
            return Rydberg.LENGTH;
        }
        double own = line.numberAfter("alat=");
        return Double.isNaN(own) ? alat : Rydberg.LENGTH * own;
    }

    SaidStructure structure() {
        double[] rows = cell.clone();
        if (species.isEmpty() || unknownLabel || !finite(rows) || !spans(rows)) {
            return new SaidStructure.NotGiven();
        }
        Cell box = Cell.of(rows);
        double[] cartesian = Arrays.copyOf(positions, 3 * species.size());
        for (int atom = 0; fractions && atom < species.size(); atom++) {
            System.arraycopy(
                    box.cartesian(Arrays.copyOfRange(cartesian, 3 * atom, 3 * atom + 3)), 0, cartesian, 3 * atom, 3);
        }
        return finite(cartesian)
                ? new SaidStructure.Given(
                        new Structure(box, species, Positions.of(cartesian), Constraints.of((BitSet) fixed.clone())))
                : new SaidStructure.NotGiven();
    }

    /// 0 where the text has not said it.
    int atoms() {
        return species.isEmpty() ? stated : species.size();
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    private static boolean spans(double[] m) {
        double determinant = m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
        return Math.abs(determinant) > 1e-6;
    }
}
