package cairn.codes.lammps;

import cairn.structure.Cell;
import java.util.List;
import java.util.Optional;

/// One snapshot as our decks dump it, in the [LammpsFrame]: the cell, and of atoms 1..N the unwrapped positions
/// (Angstrom, from the corner of the cell) and the forces (eV/Angstrom), which may be NaN.
///
///     dump   := "ITEM: TIMESTEP" int
///               "ITEM: NUMBER OF ATOMS" int
///               "ITEM: BOX BOUNDS xy xz yz pp pp pp" bounds bounds bounds
///               "ITEM: ATOMS id type xu yu zu fx fy fz" atom{N}
///     bounds := low high tilt           of the box around the parallelepiped, not of the cell itself
///     atom   := id type x y z fx fy fz  with ids 1, 2, ... N in this order
///
/// The dump of 29 Sep 2021 - Update 2 was read for this.
final class DumpFile {
    private static final int ATOM_COUNT_LINE = 3;
    private static final int BOUNDS_LINE = 4;
    private static final int ATOMS_LINE = 8;

    private final Cell cell;
    private final double[] positions;
    private final double[] forces;

    private DumpFile(Cell cell, double[] positions, double[] forces) {
        this.cell = cell;
        this.positions = positions;
        this.forces = forces;
    }

    Cell cell() {
        return cell;
    }

    double[] positions() {
        return positions.clone();
    }

    double[] forces() {
        return forces.clone();
    }

    /// Empty if the text stops before its end or is no such dump.
    static Optional<DumpFile> of(List<String> lines) {
        if (lines.size() <= ATOMS_LINE
                || !lines.get(BOUNDS_LINE).equals("ITEM: BOX BOUNDS xy xz yz pp pp pp")
                || !lines.get(ATOMS_LINE).equals("ITEM: ATOMS id type xu yu zu fx fy fz")) {
            return Optional.empty();
        }
        double[] count = Numbers.of(lines.get(ATOM_COUNT_LINE));
        List<String> atoms = lines.subList(ATOMS_LINE + 1, lines.size());
        if (count.length != 1 || count[0] != atoms.size()) {
            return Optional.empty();
        }
        return box(lines.subList(BOUNDS_LINE + 1, ATOMS_LINE)).flatMap(box -> atoms(box, atoms));
    }

    private static Optional<DumpFile> atoms(Box box, List<String> lines) {
        double[] positions = new double[3 * lines.size()];
        double[] forces = new double[3 * lines.size()];
        for (int atom = 0; atom < lines.size(); atom++) {
            double[] numbers = Numbers.of(lines.get(atom));
            if (numbers.length != 8 || numbers[0] != atom + 1) {
                return Optional.empty();
            }
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = numbers[2 + axis] - box.corner(axis);
                forces[3 * atom + axis] = numbers[5 + axis];
            }
        }
        return Optional.of(new DumpFile(box.cell(), positions, forces));
    }

    private record Box(double xlo, double ylo, double zlo, Cell cell) {
        double corner(int axis) {
            return axis == 0 ? xlo : axis == 1 ? ylo : zlo;
        }
    }

    /// The bounds are xlo + min(0, xy, xz, xy + xz) and so on: "Triclinic simulation boxes" of the manual.
    private static Optional<Box> box(List<String> lines) {
        double[] x = Numbers.of(lines.get(0));
        double[] y = Numbers.of(lines.get(1));
        double[] z = Numbers.of(lines.get(2));
        if (x.length != 3 || y.length != 3 || z.length != 3) {
            return Optional.empty();
        }
        double xy = x[2];
        double xz = y[2];
        double yz = z[2];
        double xlo = x[0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double xhi = x[1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        double ylo = y[0] - Math.min(0, yz);
        double yhi = y[1] - Math.max(0, yz);
        double[] rows = {xhi - xlo, 0, 0, xy, yhi - ylo, 0, xz, yz, z[1] - z[0]};
        return Numbers.allFinite(rows) ? Optional.of(new Box(xlo, ylo, z[0], Cell.of(rows))) : Optional.empty();
    }

    boolean isFinite() {
        return Numbers.allFinite(positions) && Numbers.allFinite(forces);
    }
}
