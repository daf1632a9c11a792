package cairn.neb.start;

import cairn.structure.Structure;
import java.util.Arrays;

/// The pairs of atoms that can change their distance: at least one of the two is free.
final class Pairs {
    private final int[] first;
    private final int[] second;

    private Pairs(int[] first, int[] second) {
        this.first = first;
        this.second = second;
    }

    static Pairs of(Structure structure) {
        int atoms = structure.count();
        int[] first = new int[atoms * (atoms - 1) / 2];
        int[] second = new int[first.length];
        int count = 0;
        for (int atom = 0; atom < atoms; atom++) {
            for (int other = 0; other < atom; other++) {
                if (!structure.constraints().isFixed(atom)
                        || !structure.constraints().isFixed(other)) {
                    first[count] = atom;
                    second[count++] = other;
                }
            }
        }
        return new Pairs(Arrays.copyOf(first, count), Arrays.copyOf(second, count));
    }

    int count() {
        return first.length;
    }

    int first(int pair) {
        return first[pair];
    }

    int second(int pair) {
        return second[pair];
    }

    /// From the second atom of each pair to the first: x, y, z of pair 0, then of pair 1, and so on.
    double[] vectors(Structure structure) {
        double[] vectors = new double[3 * count()];
        for (int pair = 0; pair < count(); pair++) {
            System.arraycopy(structure.displacement(second[pair], first[pair]), 0, vectors, 3 * pair, 3);
        }
        return vectors;
    }

    double[] distances(Structure structure) {
        return lengths(vectors(structure));
    }

    static double[] lengths(double[] vectors) {
        double[] lengths = new double[vectors.length / 3];
        for (int pair = 0; pair < lengths.length; pair++) {
            double x = vectors[3 * pair];
            double y = vectors[3 * pair + 1];
            double z = vectors[3 * pair + 2];
            lengths[pair] = Math.sqrt(x * x + y * y + z * z);
        }
        return lengths;
    }

    /// Adds `scale` times the pair's vector to the first atom's part of `sum`, and takes it off the second's.
    void scatter(int pair, double scale, double[] vectors, double[] sum) {
        for (int axis = 0; axis < 3; axis++) {
            double part = scale * vectors[3 * pair + axis];
            sum[3 * first[pair] + axis] += part;
            sum[3 * second[pair] + axis] -= part;
        }
    }
}
