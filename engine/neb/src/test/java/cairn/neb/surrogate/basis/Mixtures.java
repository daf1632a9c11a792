package cairn.neb.surrogate.basis;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Disordered structures of several elements.
final class Mixtures {
    private Mixtures() {}

    /// Eight atoms in a skewed cell that is smaller than the reach of any potential; the first two are fixed.
    static Structure skewed(long seed, String... symbols) {
        Cell cell = Cell.of(4.1, 0, 0, 0.9, 4.3, 0, 0.4, -0.7, 4.6);
        Random random = new Random(seed);
        double[] positions = new double[24];
        for (int atom = 0; atom < 8; atom++) {
            double[] place = cell.cartesian(0.5 * (atom >> 2), 0.5 * (atom >> 1 & 1), 0.5 * (atom & 1));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = place[axis] + 0.15 * random.nextGaussian();
            }
        }
        BitSet fixed = new BitSet();
        fixed.set(0, 2);
        return new Structure(cell, species(8, symbols), Positions.of(positions), Constraints.of(fixed));
    }

    /// Seven free atoms far from all their periodic images.
    static Structure cluster(long seed, String... symbols) {
        Random random = new Random(seed);
        double[] positions = new double[21];
        for (int i = 0; i < 21; i++) {
            int[] place = {i / 3 / 4, i / 3 / 2 % 2, i / 3 % 2};
            positions[i] = 30 + 2.2 * place[i % 3] + 0.2 * random.nextGaussian();
        }
        return Structure.free(Cell.orthorhombic(60, 60, 60), species(7, symbols), Positions.of(positions));
    }

    /// The elements in turn.
    private static List<Element> species(int count, String... symbols) {
        return IntStream.range(0, count)
                .mapToObj(
                        atom -> Element.ofSymbol(symbols[atom % symbols.length]).orElseThrow())
                .toList();
    }

    static PotentialBasis basis(Structure structure) {
        return new PotentialBasis(
                Sites.between(structure, structure), structure.positions().toArray());
    }

    static double[] positions(Structure structure) {
        return structure.positions().toArray();
    }
}
