package cairn.neb.surrogate.process;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Cholesky;
import cairn.neb.algebra.Matrix;
import java.util.List;

/// The Gaussian process of [Posterior] as the textbook has it, of order N (1 + D): the covariance of everything known,
/// the explicit functions in it (Rasmussen and Williams, section 2.7), factorised once.
///
/// Values are of energies relative to the lowest example; the functions count from those of the first example.
final class DenseProcess {
    private static final double VARIANCE = 1e-3;
    private static final double LENGTH = 1.2;
    private static final double ENERGY_NOISE = 3e-4;
    private static final double GRADIENT_NOISE = 6e-4;
    private static final double CONSTANT = 10;
    private static final double PRIOR_COUNT = 1;

    private final List<Example> examples;
    private final int dimension;
    private final Cholesky factor;
    private final double[] coefficients;
    private final double scale;

    DenseProcess(List<Example> examples) {
        this.examples = examples;
        this.dimension = examples.getFirst().place().length;
        int order = examples.size() * (1 + dimension);
        double[] entries = new double[order * order];
        double[] y = new double[order];
        double lowest = examples.stream().mapToDouble(Example::energy).min().orElseThrow();
        for (int i = 0; i < order; i++) {
            Example example = examples.get(i / (1 + dimension));
            int part = i % (1 + dimension);
            y[i] = part == 0 ? example.energy() - lowest : example.gradient()[part - 1];
            double[] row = covariances(example.place(), functions(example, part), part);
            System.arraycopy(row, 0, entries, i * order, order);
            double noise = part == 0 ? ENERGY_NOISE : GRADIENT_NOISE;
            entries[i * order + i] += noise * noise;
        }
        this.factor = (Cholesky) Algebra.java().cholesky(Matrix.square(order, entries));
        this.coefficients = factor.solve(y);
        double told = (examples.size() - 2) * (1.0 + dimension) + 2;
        this.scale = (PRIOR_COUNT + Rows.dot(y, coefficients)) / (PRIOR_COUNT + told);
    }

    /// The functions, less those of the first example, or their derivatives; the constant last.
    private double[] functions(Example example, int part) {
        double[] reference = examples.getFirst().functions();
        double[] values = new double[reference.length + 1];
        for (int f = 0; f < reference.length; f++) {
            values[f] = part == 0 ? example.functions()[f] - reference[f] : example.slopes()[f][part - 1];
        }
        values[reference.length] = part == 0 ? CONSTANT : 0;
        return values;
    }

    /// Of an energy (part 0) or a component of the gradient with all that is known, without noise.
    private double[] covariances(double[] place, double[] functions, int part) {
        double[] row = new double[examples.size() * (1 + dimension)];
        for (int j = 0; j < row.length; j++) {
            Example known = examples.get(j / (1 + dimension));
            int other = j % (1 + dimension);
            row[j] = kernel(place, part, known.place(), other) + Rows.dot(functions, functions(known, other));
        }
        return row;
    }

    /// Rasmussen and Williams, section 9.4, for k = v exp(-d^2 / 2 l^2).
    private static double kernel(double[] one, int part, double[] other, int otherPart) {
        double[] d = Rows.difference(one, other);
        double k = VARIANCE * Math.exp(-Rows.dot(d, d) / (2 * LENGTH * LENGTH));
        double l2 = LENGTH * LENGTH;
        double same = part == otherPart ? k / l2 : 0;
        if (part == 0) {
            return otherPart == 0 ? k : k * d[otherPart - 1] / l2;
        }
        return otherPart == 0 ? -k * d[part - 1] / l2 : same - k * d[part - 1] * d[otherPart - 1] / (l2 * l2);
    }

    double energy(Example at) {
        return Rows.dot(covariances(at.place(), functions(at, 0), 0), coefficients);
    }

    double[] gradient(Example at) {
        double[] gradient = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            gradient[i] = Rows.dot(covariances(at.place(), functions(at, i + 1), i + 1), coefficients);
        }
        return gradient;
    }

    double deviation(Example at) {
        double[] functions = functions(at, 0);
        double[] known = factor.solveLower(covariances(at.place(), functions, 0));
        return Math.sqrt(scale * (VARIANCE + Rows.dot(functions, functions) - Rows.dot(known, known)));
    }
}
