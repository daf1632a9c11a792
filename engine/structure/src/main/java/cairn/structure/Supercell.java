package cairn.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Repeats a structure along its lattice vectors; [Structure#supercell] states the order of atoms.
final class Supercell {
    /// A million atoms: past it the request is a slip of the finger.
    private static final long MAX_ATOMS = 1_000_000;

    private Supercell() {}

    static Structure of(Structure unit, int na, int nb, int nc) {
        if (na < 1 || nb < 1 || nc < 1) {
            throw new IllegalArgumentException(
                    "a supercell repeats at least once along each vector, got " + na + ", " + nb + ", " + nc);
        }
        // As doubles, because the product of three ints and a count overflows a long.
        if ((double) na * nb * nc * unit.count() > MAX_ATOMS) {
            throw new IllegalArgumentException("a supercell " + na + " x " + nb + " x " + nc + " of " + unit.count()
                    + " atoms has more than " + MAX_ATOMS);
        }
        return repeated(unit, new int[] {na, nb, nc});
    }

    private static Structure repeated(Structure unit, int[] times) {
        List<Element> species = new ArrayList<>();
        BitSet fixed = new BitSet();
        double[] positions = new double[3 * unit.count() * times[0] * times[1] * times[2]];
        for (int a = 0; a < times[0]; a++) {
            for (int b = 0; b < times[1]; b++) {
                for (int c = 0; c < times[2]; c++) {
                    put(unit, unit.cell().cartesian(a, b, c), positions, species.size());
                    fix(unit.constraints(), unit.count(), fixed, species.size());
                    species.addAll(unit.species());
                }
            }
        }
        return new Structure(scaled(unit.cell(), times), species, Positions.of(positions), Constraints.of(fixed));
    }

    private static void put(Structure unit, double[] shift, double[] positions, int first) {
        double[] origin = unit.positions().toArray();
        for (int i = 0; i < origin.length; i++) {
            positions[3 * first + i] = origin[i] + shift[i % 3];
        }
    }

    private static void fix(Constraints constraints, int count, BitSet fixed, int first) {
        for (int atom = 0; atom < count; atom++) {
            fixed.set(first + atom, constraints.isFixed(atom));
        }
    }

    private static Cell scaled(Cell cell, int[] times) {
        double[] rows = cell.toArray();
        for (int i = 0; i < 9; i++) {
            rows[i] *= times[i / 3];
        }
        return Cell.of(rows);
    }
}
