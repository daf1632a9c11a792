package cairn.neb.surrogate;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Cholesky;
import cairn.neb.algebra.Factorization;
import cairn.neb.algebra.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the known structures say, together: the weights of the basis, the coefficients of the residual process, and how
/// certain they are.
///
/// A Gaussian process with explicit basis functions (Rasmussen and Williams, section 2.7): with Z = (Phi, y), all that
/// is
/// needed is U = L^-1 Z for K0 = L L^T. Then S = 1 + Phi^T K0^-1 Phi is the precision of the weights, w = S^-1 Phi^T
/// K0^-1 y their mean. The overall variance has an inverse gamma prior and so its mean in closed form, which makes
/// predictions those of a Student-t process (Shah, Wilson, Ghahramani, AISTATS 2014).
final class Posterior {
    /// Counts for the overall variance: how many residuals of one eV^2 together are believed to have been seen before.
    private static final double PRIOR_COUNT = 1;
    /// The value of the function that stands for an unknown zero of energy, eV: large against all energies.
    private static final double CONSTANT = 10;

    private final Residual residual;
    private final int count;
    private final int dimension;
    private final int functions;
    private final double[][] insideRows;
    private final double[][][] outsideRows;
    private final Cholesky precision;
    private final double[] weights;
    private final double[] ofEnergies;
    private final double[][] ofGradients;
    private final double variance;

    private Posterior(List<Example> examples, double noise, Algebra algebra) {
        this.residual = Residual.at(examples.stream().map(Example::place).toList(), noise, algebra);
        this.count = examples.size();
        this.dimension = examples.getFirst().place().length;
        this.functions = examples.getFirst().functions().length + 1;
        double[][][] split = split(examples);
        this.insideRows = solvedInside(split);
        this.outsideRows = solvedOutside(split);
        Matrix gram = gram(algebra);
        int y = functions;
        double[] right = new double[functions];
        double[] entries = new double[functions * functions];
        for (int f = 0; f < functions; f++) {
            right[f] = gram.at(f, y);
            for (int g = 0; g < functions; g++) {
                entries[f * functions + g] = gram.at(f, g) + (f == g ? 1 : 0);
            }
        }
        Factorization factorization = algebra.cholesky(Matrix.square(functions, entries));
        if (!(factorization instanceof Cholesky cholesky)) {
            throw new ArithmeticException("the weights are not determined: " + factorization);
        }
        this.precision = cholesky;
        this.weights = precision.solve(right);
        this.variance = (PRIOR_COUNT + gram.at(y, y) - Rows.dot(right, weights)) / (PRIOR_COUNT + informative());
        double[] misfit = misfitInside();
        double[] inside = residual.inside().solveUpper(misfit);
        this.ofEnergies = Arrays.copyOf(inside, count);
        this.ofGradients = gradientCoefficients(inside);
    }

    static Posterior of(List<Example> examples, Algebra algebra) {
        Posterior posterior = withNoise(examples, 1, algebra);
        // Noise is relative, and a surface that is hard to believe must not be taken for a noisy one.
        boolean hard = posterior.variance > 1;
        return hard ? withNoise(examples, 1 / Math.sqrt(posterior.variance), algebra) : posterior;
    }

    /// @param noise the noise to assume, in parts of what is assumed otherwise
    static Posterior withNoise(List<Example> examples, double noise, Algebra algebra) {
        return new Posterior(examples, noise, algebra);
    }

    /// How many numbers tell of the scale of energies: the gradients of the two relaxed endpoints are zero by
    /// construction and do not.
    private double informative() {
        return (count - 2) * (1.0 + dimension) + 2;
    }

    /// Per example: rows of the functions, the constant and y, each as value, coordinates along the span, and the
    /// rest, one after another.
    private double[][][] split(List<Example> examples) {
        double[] reference = examples.getFirst().functions();
        double lowest = examples.stream().mapToDouble(Example::energy).min().orElseThrow();
        double[][][] split = new double[count][functions + 1][];
        for (int k = 0; k < count; k++) {
            Example example = examples.get(k);
            for (int f = 0; f < functions - 1; f++) {
                split[k][f] = row(example.functions()[f] - reference[f], example.slopes()[f]);
            }
            split[k][functions - 1] = row(CONSTANT, new double[dimension]);
            split[k][functions] = row(example.energy() - lowest, example.gradient());
        }
        return split;
    }

    private double[] row(double value, double[] gradient) {
        int rank = residual.span().rank();
        double[] inside = residual.span().inside(gradient);
        double[] outside = residual.span().outside(gradient, inside);
        double[] row = new double[1 + rank + dimension];
        row[0] = value;
        System.arraycopy(inside, 0, row, 1, rank);
        System.arraycopy(outside, 0, row, 1 + rank, dimension);
        return row;
    }

    /// L^-1 Z for the energies and the gradients along the span, a row for each function and the last for y.
    private double[][] solvedInside(double[][][] split) {
        int rank = residual.span().rank();
        int order = count * (1 + rank);
        double[] columns = new double[order * (functions + 1)];
        for (int k = 0; k < count; k++) {
            for (int f = 0; f <= functions; f++) {
                columns[k * (functions + 1) + f] = split[k][f][0];
                for (int a = 0; a < rank; a++) {
                    columns[(count + k * rank + a) * (functions + 1) + f] = split[k][f][1 + a];
                }
            }
        }
        double[] solved = residual.inside()
                .solveLower(Matrix.of(order, functions + 1, columns))
                .transposed()
                .entries();
        double[][] rows = new double[functions + 1][];
        for (int f = 0; f <= functions; f++) {
            rows[f] = Arrays.copyOfRange(solved, f * order, (f + 1) * order);
        }
        return rows;
    }

    /// L^-1 Z across the span: forward substitution over the examples, all directions and functions at once.
    private double[][][] solvedOutside(double[][][] split) {
        int rank = residual.span().rank();
        double[] lower = residual.outside().lower().entries();
        double[][][] rows = new double[count][functions + 1][];
        IntStream.rangeClosed(0, functions).parallel().forEach(f -> {
            for (int k = 0; k < count; k++) {
                double[] row = Arrays.copyOfRange(split[k][f], 1 + rank, 1 + rank + dimension);
                for (int m = 0; m < k; m++) {
                    Rows.add(-lower[k * count + m], rows[m][f], row);
                }
                double pivot = lower[k * count + k];
                for (int i = 0; i < dimension; i++) {
                    row[i] /= pivot;
                }
                rows[k][f] = row;
            }
        });
        return rows;
    }

    /// Z^T K0^-1 Z.
    private Matrix gram(Algebra algebra) {
        int rows = functions + 1;
        Matrix sum = algebra.syrk(1, joined(insideRows), 0, Matrix.zero(rows, rows));
        for (double[][] outside : outsideRows) {
            sum = algebra.syrk(1, joined(outside), 1, sum);
        }
        return sum;
    }

    private static Matrix joined(double[][] rows) {
        int columns = rows[0].length;
        double[] entries = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, entries, row * columns, columns);
        }
        return Matrix.of(rows.length, columns, entries);
    }

    private double[] misfitInside() {
        double[] misfit = insideRows[functions].clone();
        for (int f = 0; f < functions; f++) {
            Rows.add(-weights[f], insideRows[f], misfit);
        }
        return misfit;
    }

    private double[][] gradientCoefficients(double[] inside) {
        double[] lower = residual.outside().lower().entries();
        double[][] coefficients = new double[count][];
        for (int k = count - 1; k >= 0; k--) {
            double[] row = outsideRows[k][functions].clone();
            for (int f = 0; f < functions; f++) {
                Rows.add(-weights[f], outsideRows[k][f], row);
            }
            for (int m = k + 1; m < count; m++) {
                Rows.add(-lower[m * count + k], coefficients[m], row);
            }
            double pivot = lower[k * count + k];
            for (int i = 0; i < dimension; i++) {
                row[i] /= pivot;
            }
            coefficients[k] = row;
        }
        int rank = residual.span().rank();
        for (int k = 0; k < count; k++) {
            residual.span().addInside(inside, count + k * rank, coefficients[k]);
        }
        return coefficients;
    }

    /// The weights of the independent functions.
    double[] weights() {
        return Arrays.copyOf(weights, functions - 1);
    }

    /// The residual's and the constant's part of the energy at a place, relative to the lowest example; the residual's
    /// gradient is added.
    double remainder(double[] place, double[] gradient) {
        return CONSTANT * weights[functions - 1] + residual.energy(place, ofEnergies, ofGradients, gradient);
    }

    /// The standard deviation of the energy (eV) at a place where the functions, less those of the first example, are
    /// these.
    double deviation(double[] place, double[] differences) {
        Cross cross = residual.cross(place);
        double[] inside = residual.inside().solveLower(cross.inside());
        double[] factors = residual.outside().solveLower(cross.factors());
        double known = Rows.dot(inside, inside) + Rows.dot(cross.across(), cross.across()) * Rows.dot(factors, factors);
        double[] rest = new double[functions];
        for (int f = 0; f < functions; f++) {
            rest[f] = (f < functions - 1 ? differences[f] : CONSTANT) - Rows.dot(insideRows[f], inside);
            for (int k = 0; k < count; k++) {
                rest[f] -= factors[k] * Rows.dot(outsideRows[k][f], cross.across());
            }
        }
        double[] uncertain = precision.solveLower(rest);
        double sum = residual.variance() - known + Rows.dot(uncertain, uncertain);
        return Math.sqrt(Math.max(0, sum * variance));
    }
}
