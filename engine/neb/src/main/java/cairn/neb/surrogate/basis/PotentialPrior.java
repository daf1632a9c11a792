package cairn.neb.surrogate.basis;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Cholesky;
import cairn.neb.algebra.Matrix;
import cairn.neb.surrogate.process.Rows;

/// What is believed of the weights of a potential basis before anything has been evaluated: a mean, and a covariance
/// R R^T whose root R turns the functions into ones whose weights are all independent and of variance one.
///
/// The mean is a second-moment potential, E = sum_i (sum_j A exp(-p (r/r0 - 1)) - x sqrt(sum_j g(r))), of the strength
/// that metals have (Cleri and Rosato, Phys. Rev. B 48, 22, 1993: p about 10, x about 1.2 eV) at rest at the contact
/// distance r0 with nine neighbours. All that it must do is to keep atoms apart and together.
public final class PotentialPrior {
    private static final double HOPPING_EV = 1.2;
    private static final double REPULSION = 9;
    private static final double NEIGHBOURS = 9;
    /// Standard deviation of a pair function at the contact distance, eV; it grows inwards with this rate.
    private static final double PAIR_EV = 0.5;

    private static final double PAIR_GROWTH = 3;
    /// The distance over which a pair function changes, in contact distances.
    private static final double PAIR_LENGTH = 0.25;
    /// Standard deviation of the embedding weights, and of the products in units of typical densities, eV.
    private static final double ROOT_EV = 1;

    private static final double PRODUCT_EV = 0.2;
    /// Keeps the covariance of splines positive definite.
    private static final double JITTER = 1e-6;

    private final PotentialBasis basis;
    private final double[] mean;
    private final Matrix splineRoot;
    private final double[] diagonal;

    private PotentialPrior(PotentialBasis basis, double[] mean, Matrix splineRoot, double[] diagonal) {
        this.basis = basis;
        this.mean = mean;
        this.splineRoot = splineRoot;
        this.diagonal = diagonal;
    }

    /// With the second-moment potential as mean.
    public static PotentialPrior secondMoment(PotentialBasis basis, double[] reference) {
        return new PotentialPrior(basis, secondMomentWeights(basis), splineRoot(), diagonal(basis, reference));
    }

    private static double[] secondMomentWeights(PotentialBasis basis) {
        double[] mean = new double[basis.size()];
        double amplitude =
                HOPPING_EV * RadialChannels.decay(RadialChannels.HOPPING) / 2 / (REPULSION * Math.sqrt(NEIGHBOURS));
        // A spline's coefficient is the function less a sixth of its second difference.
        double smoothing = 1 - PairSplines.SPACING * PairSplines.SPACING * REPULSION * REPULSION / 6;
        for (int f = 0; f < basis.pairFunctions(); f++) {
            double u = PairSplines.centre(f % PairSplines.COUNT);
            mean[f] = 2 * amplitude * Math.exp(-REPULSION * (u - 1)) * smoothing;
        }
        for (int kind = 0; kind < basis.sites.elements; kind++) {
            mean[basis.root(kind, RadialChannels.HOPPING)] = -HOPPING_EV;
        }
        return mean;
    }

    private static Matrix splineRoot() {
        int count = PairSplines.COUNT;
        Matrix covariance = Matrix.zero(count, count);
        for (int i = 0; i < count * count; i++) {
            double one = PairSplines.centre(i / count);
            double other = PairSplines.centre(i % count);
            double apart = (one - other) / PAIR_LENGTH;
            double correlation = Math.exp(-apart * apart / 2) + (i / count == i % count ? JITTER : 0);
            covariance.entries()[i] = deviation(one) * deviation(other) * correlation;
        }
        return ((Cholesky) Algebra.java().cholesky(covariance)).lower();
    }

    private static double deviation(double u) {
        return PAIR_EV * Math.exp(-PAIR_GROWTH * (u - 1));
    }

    private static double[] diagonal(PotentialBasis basis, double[] reference) {
        double[] diagonal = new double[basis.size()];
        double[] typical = basis.around(reference).typicalDensities();
        for (int kind = 0; kind < basis.sites.elements; kind++) {
            for (int k = 0; k < RadialChannels.COUNT; k++) {
                diagonal[basis.root(kind, k)] = ROOT_EV;
            }
            for (int c = 0; c < basis.sites.channels; c++) {
                for (int d = c; d < basis.sites.channels; d++) {
                    double scale = PRODUCT_EV / Math.max(1, typical[c]) / Math.max(1, typical[d]);
                    for (int order = 0; order < Multipoles.ORDERS && basis.hasProduct(c, d); order++) {
                        diagonal[basis.product(kind, c, d, order)] = scale;
                    }
                }
            }
        }
        return diagonal;
    }

    public double[] mean() {
        return mean;
    }

    /// R^T v: values of the basis as values of the independent functions.
    public double[] whitened(double[] values) {
        double[] white = new double[values.length];
        for (int f = 0; f < values.length; f++) {
            white[f] = f < basis.pairFunctions() ? 0 : diagonal[f] * values[f];
        }
        double[] root = splineRoot.entries();
        int count = PairSplines.COUNT;
        for (int f = 0; f < basis.pairFunctions(); f++) {
            int first = f - f % count;
            for (int g = 0; g <= f % count; g++) {
                white[first + g] += root[f % count * count + g] * values[f];
            }
        }
        return white;
    }

    /// R^T applied to rows in their place: gradients of the independent functions, a row each.
    public double[][] whitened(double[][] gradients) {
        double[] root = splineRoot.entries();
        int count = PairSplines.COUNT;
        for (int f = 0; f < gradients.length; f++) {
            boolean pair = f < basis.pairFunctions();
            int at = f % count;
            Rows.scale(pair ? root[at * count + at] : diagonal[f], gradients[f]);
            // Of the triangle R, the row of f has only functions in it that are not changed yet.
            for (int g = at + 1; pair && g < count; g++) {
                Rows.add(root[g * count + at], gradients[f - at + g], gradients[f]);
            }
        }
        return gradients;
    }

    /// R w: weights of the basis that weights of the independent functions stand for, the mean not included.
    public double[] weights(double[] white) {
        double[] weights = new double[basis.size()];
        double[] root = splineRoot.entries();
        int count = PairSplines.COUNT;
        for (int f = 0; f < weights.length; f++) {
            weights[f] = f < basis.pairFunctions() ? 0 : diagonal[f] * white[f];
        }
        for (int f = 0; f < basis.pairFunctions(); f++) {
            for (int g = 0; g <= f % count; g++) {
                weights[f] += root[f % count * count + g] * white[f - f % count + g];
            }
        }
        return weights;
    }
}
