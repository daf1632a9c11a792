package cairn.neb.surrogate.process;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Cholesky;
import cairn.neb.algebra.Factorization;
import cairn.neb.algebra.Matrix;
import java.util.List;

/// The covariance K0 of what no potential of the basis can say, at the known places: a squared exponential kernel
/// k = v exp(-d^2 / 2 l^2) in Cartesian coordinates, energies and gradients, and noise.
///
/// With d = x - x': cov(E, E') = k, cov(E, g'_b) = k d_b / l^2, cov(g_a, g'_b) = k (1_ab / l^2 - d_a d_b / l^4)
/// (Rasmussen and Williams, Gaussian Processes for Machine Learning, section 9.4). Vectors are split by the [Span] of
/// the places into N energies, then N times r coordinates; and N times what is outside.
final class Residual {
    /// v, relative to the variance of everything.
    private static final double VARIANCE = 1e-3;
    /// l, Angstrom.
    private static final double LENGTH = 1.2;
    /// Relative noise of energies and gradients, as standard deviations.
    private static final double ENERGY_NOISE = 3e-4;

    private static final double GRADIENT_NOISE = 6e-4;

    private final List<double[]> places;
    private final Span span;
    private final Cholesky inside;
    private final Cholesky outside;

    private Residual(List<double[]> places, Span span, Cholesky inside, Cholesky outside) {
        this.places = places;
        this.span = span;
        this.inside = inside;
        this.outside = outside;
    }

    /// @param span of the places
    /// @param noise the noise to assume, in parts of what is assumed otherwise
    static Residual at(List<double[]> places, Span span, double noise, Algebra algebra) {
        List<double[]> coordinates = places.stream()
                .map(place -> span.inside(Rows.difference(place, places.getFirst())))
                .toList();
        return new Residual(
                places,
                span,
                definite(algebra.cholesky(insideCovariance(coordinates, span.rank(), noise))),
                definite(algebra.cholesky(outsideCovariance(coordinates, noise))));
    }

    private static Cholesky definite(Factorization factorization) {
        return switch (factorization) {
            case Cholesky cholesky -> cholesky;
            case Factorization.NotPositiveDefinite(int order) ->
                throw new ArithmeticException("the covariance is not positive definite in row " + order);
        };
    }

    private static double covariance(double[] a, double[] b) {
        double squared = 0;
        for (int i = 0; i < a.length; i++) {
            squared += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return VARIANCE * Math.exp(-squared / (2 * LENGTH * LENGTH));
    }

    private static Matrix insideCovariance(List<double[]> coordinates, int rank, double noise) {
        int count = coordinates.size();
        int order = count * (1 + rank);
        double[] entries = new double[order * order];
        double l2 = LENGTH * LENGTH;
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < count; m++) {
                double[] d = Rows.difference(coordinates.get(k), coordinates.get(m));
                double kernel = covariance(coordinates.get(k), coordinates.get(m));
                entries[k * order + m] = kernel + (k == m ? noise * noise * ENERGY_NOISE * ENERGY_NOISE : 0);
                for (int a = 0; a < rank; a++) {
                    int row = count + k * rank + a;
                    entries[k * order + count + m * rank + a] = kernel * d[a] / l2;
                    entries[row * order + m] = -kernel * d[a] / l2;
                    for (int b = 0; b < rank; b++) {
                        double same = a == b
                                ? kernel / l2 + (k == m ? noise * noise * GRADIENT_NOISE * GRADIENT_NOISE : 0)
                                : 0;
                        entries[row * order + count + m * rank + b] = same - kernel * d[a] * d[b] / (l2 * l2);
                    }
                }
            }
        }
        return Matrix.square(order, entries);
    }

    private static Matrix outsideCovariance(List<double[]> coordinates, double noise) {
        int count = coordinates.size();
        double[] entries = new double[count * count];
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < count; m++) {
                entries[k * count + m] = covariance(coordinates.get(k), coordinates.get(m)) / (LENGTH * LENGTH)
                        + (k == m ? noise * noise * GRADIENT_NOISE * GRADIENT_NOISE : 0);
            }
        }
        return Matrix.square(count, entries);
    }

    Span span() {
        return span;
    }

    /// Of the energies and of the gradients along the span.
    Cholesky inside() {
        return inside;
    }

    /// Of the gradients along any one direction across the span.
    Cholesky outside() {
        return outside;
    }

    Cross cross(double[] place) {
        int count = places.size();
        int rank = span.rank();
        double[] along = new double[count * (1 + rank)];
        double[] factors = new double[count];
        for (int k = 0; k < count; k++) {
            double kernel = covariance(place, places.get(k));
            factors[k] = kernel / (LENGTH * LENGTH);
            double[] coordinates = span.inside(Rows.difference(place, places.get(k)));
            along[k] = kernel;
            for (int a = 0; a < rank; a++) {
                along[count + k * rank + a] = factors[k] * coordinates[a];
            }
        }
        double[] difference = Rows.difference(place, places.getFirst());
        return new Cross(along, span.outside(difference, span.inside(difference)), factors);
    }

    double variance() {
        return VARIANCE;
    }

    /// What energies and gradients with these coefficients say of the energy at a place; the gradient is added to the
    /// given one: E = sum_k k_k (a_k + d_k . b_k / l^2).
    double energy(double[] place, double[] ofEnergies, double[][] ofGradients, double[] gradient) {
        double energy = 0;
        double l2 = LENGTH * LENGTH;
        for (int k = 0; k < places.size(); k++) {
            double[] known = places.get(k);
            double squared = 0;
            double along = 0;
            for (int i = 0; i < known.length; i++) {
                double d = place[i] - known[i];
                squared += d * d;
                along += d * ofGradients[k][i];
            }
            double kernel = VARIANCE * Math.exp(-squared / (2 * l2));
            double factor = ofEnergies[k] + along / l2;
            energy += kernel * factor;
            for (int i = 0; i < known.length; i++) {
                gradient[i] += kernel / l2 * (ofGradients[k][i] - factor * (place[i] - known[i]));
            }
        }
        return energy;
    }
}
