package cairn.codes.dft;

import cairn.structure.Structure;
import java.util.stream.IntStream;

/// The widest gap without atoms, across a lattice vector's planes.
final class Vacuum {
    private Vacuum() {}

    /// In Angstrom, perpendicular to the two other lattice vectors.
    static double along(int vector, Structure structure) {
        double[] fractions = IntStream.range(0, structure.count())
                .mapToDouble(atom -> fraction(vector, atom, structure))
                .sorted()
                .toArray();
        double widest = 1 + fractions[0] - fractions[fractions.length - 1];
        for (int i = 1; i < fractions.length; i++) {
            widest = Math.max(widest, fractions[i] - fractions[i - 1]);
        }
        return widest * structure.cell().height(vector);
    }

    static boolean isAlong(int vector, Structure structure, double least) {
        return along(vector, structure) > least;
    }

    private static double fraction(int vector, int atom, Structure structure) {
        double[] all = structure
                .cell()
                .fractional(
                        structure.positions().x(atom),
                        structure.positions().y(atom),
                        structure.positions().z(atom));
        return all[vector] - Math.floor(all[vector]);
    }
}
