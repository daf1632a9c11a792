package cairn.structure;

import java.util.Arrays;

/// The lattice of a cell in a Minkowski-reduced basis, in which the shortest image is always a neighbour.
///
/// Reduction: Semaev, Lect. Notes Comput. Sci. 2146, 181 (2001). In a Minkowski-reduced basis of three
/// dimensions the Voronoi-relevant vectors have coefficients -1, 0, 1 only (Nguyen and Stehle, ACM Trans.
/// Algorithms 5, 46 (2009)), so after rounding in that basis the 27 neighbours hold the closest image,
/// however skewed the cell that was given.
final class Lattice {
    /// Reduction shortens a vector each round; a basis from real input needs a handful.
    private static final int MAX_ROUNDS = 1000;

    private static final double TOLERANCE = 1e-12;

    private final double[][] reduced;
    private final double[] inverse;

    Lattice(double[] rows) {
        this.reduced = reduce(rows);
        this.inverse = Cell.inverse(flat(reduced));
    }

    /// The length of the shortest lattice vector.
    double shortest() {
        return Math.sqrt(dot(reduced[0], reduced[0]));
    }

    /// The shortest vector that differs from the given one by a lattice vector.
    double[] closest(double... vector) {
        if (4 * dot(vector, vector) < dot(reduced[0], reduced[0])) {
            return vector.clone();
        }
        double[] wrapped = rounded(vector);
        double[] best = wrapped;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (int k = -1; k <= 1; k++) {
                    double[] image = plus(plus(plus(wrapped, i, reduced[0]), j, reduced[1]), k, reduced[2]);
                    best = dot(image, image) < dot(best, best) - TOLERANCE ? image : best;
                }
            }
        }
        return best;
    }

    private double[] rounded(double[] vector) {
        double[] fraction = Cell.times(vector, inverse);
        double[] result = vector;
        for (int k = 0; k < 3; k++) {
            result = plus(result, -Math.rint(fraction[k]), reduced[k]);
        }
        return result;
    }

    private static double[][] reduce(double[] rows) {
        double[][] basis = {{rows[0], rows[1], rows[2]}, {rows[3], rows[4], rows[5]}, {rows[6], rows[7], rows[8]}};
        for (int round = 0; round < MAX_ROUNDS; round++) {
            sort(basis);
            reducePair(basis);
            double[] shortened = lessPlane(basis);
            boolean done = dot(shortened, shortened) >= dot(basis[2], basis[2]) * (1 - TOLERANCE);
            if (done) {
                return basis;
            }
            basis[2] = shortened;
        }
        throw new IllegalArgumentException("the lattice vectors are too skewed to be a cell");
    }

    /// Gauss' reduction of the two shorter vectors.
    private static void reducePair(double[][] basis) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double steps = Math.rint(dot(basis[0], basis[1]) / dot(basis[0], basis[0]));
            double[] shortened = plus(basis[1], -steps, basis[0]);
            basis[1] = shortened;
            if (dot(shortened, shortened) >= dot(basis[0], basis[0]) * (1 - TOLERANCE)) {
                return;
            }
            basis[1] = basis[0];
            basis[0] = shortened;
        }
        throw new IllegalArgumentException("the lattice vectors are too skewed to be a cell");
    }

    /// The third vector less the lattice vector of the first two that is closest to it.
    private static double[] lessPlane(double[][] basis) {
        double aa = dot(basis[0], basis[0]);
        double ab = dot(basis[0], basis[1]);
        double bb = dot(basis[1], basis[1]);
        double ac = dot(basis[0], basis[2]);
        double bc = dot(basis[1], basis[2]);
        double determinant = aa * bb - ab * ab;
        double[] near = plus(basis[2], -Math.rint((ac * bb - bc * ab) / determinant), basis[0]);
        near = plus(near, -Math.rint((bc * aa - ac * ab) / determinant), basis[1]);
        double[] best = near;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                double[] image = plus(plus(near, i, basis[0]), j, basis[1]);
                best = dot(image, image) < dot(best, best) * (1 - TOLERANCE) ? image : best;
            }
        }
        return best;
    }

    private static void sort(double[][] basis) {
        Arrays.sort(basis, (one, other) -> Double.compare(dot(one, one), dot(other, other)));
    }

    private static double[] plus(double[] vector, double times, double[] other) {
        return new double[] {vector[0] + times * other[0], vector[1] + times * other[1], vector[2] + times * other[2]};
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    private static double[] flat(double[][] basis) {
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = basis[i / 3][i % 3];
        }
        return rows;
    }
}
