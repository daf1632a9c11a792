package cairn.neb.surrogate.process;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Cholesky;
import cairn.neb.algebra.Factorization;
import cairn.neb.algebra.Matrix;
import java.util.Arrays;
import java.util.List;

/// What the known structures say, together: the weights of the basis, the coefficients of the residual process, and how
/// certain they are.
///
/// A Gaussian process with explicit basis functions (Rasmussen and Williams, section 2.7): with what is [Told],
/// Z = (Phi, y), all that is needed is U = L^-1 Z for K0 = L L^T ([Solved]). Then S = 1 + Phi^T K0^-1 Phi is the
/// precision of the weights, w = S^-1 Phi^T K0^-1 y their mean. The overall variance has an inverse gamma prior and so
/// its mean in closed form, which makes predictions those of a Student-t process (Shah, Wilson, Ghahramani, AISTATS
/// 2014).
public final class Posterior {
    /// Counts for the overall variance: how many residuals of one eV^2 together are believed to have been seen before.
    private static final double PRIOR_COUNT = 1;

    private final Told told;
    private final Residual residual;
    private final Solved solved;
    private final Cholesky precision;
    private final double[] weights;
    /// y^T (K0 + Phi Phi^T)^-1 y.
    private final double squared;
    private final double variance;
    private final double[] ofEnergies;
    private final double[][] ofGradients;

    private Posterior(
            Told told, Residual residual, Solved solved, Cholesky precision, double[] weights, double squared) {
        this.told = told;
        this.residual = residual;
        this.solved = solved;
        this.precision = precision;
        this.weights = weights;
        this.squared = squared;
        this.variance = (PRIOR_COUNT + squared) / (PRIOR_COUNT + told.informative());
        double[] misfit = Arrays.copyOf(weights, weights.length + 1);
        Rows.scale(-1, misfit);
        misfit[weights.length] = 1;
        Matrix across = residual.outside().solveUpper(solved.combinedOutside(misfit));
        double[] along = residual.inside().solveUpper(solved.combinedInside(misfit));
        this.ofEnergies = Arrays.copyOf(along, across.rows());
        this.ofGradients = gradientCoefficients(along, across);
    }

    /// About how many floating-point operations a posterior takes.
    public static double operations(List<Example> examples) {
        double count = examples.size();
        double functions = examples.getFirst().functions().length;
        double dimension = examples.getFirst().place().length;
        double order = count * Math.min(count, dimension);
        return functions * functions * (count * dimension + order) + order * order * (functions + order / 3);
    }

    /// This one, or one with less noise: noise is relative, and a surface that is hard to believe must not be taken for
    /// a noisy one.
    public Posterior withFittingNoise(Algebra algebra) {
        return variance > 1 ? withNoise(told, 1 / Math.sqrt(variance), algebra) : this;
    }

    /// @param noise the noise to assume, in parts of what is assumed otherwise
    public static Posterior withNoise(Told told, double noise, Algebra algebra) {
        Residual residual = Residual.at(told.places(), told.span(), noise, algebra);
        Solved solved = Solved.of(told, residual, algebra);
        Matrix gram = solved.gram();
        int y = gram.rows() - 1;
        double[] right = Arrays.copyOfRange(gram.entries(), y * gram.columns(), y * gram.columns() + y);
        Cholesky precision = precision(gram, algebra);
        double[] weights = precision.solve(right);
        double squared = gram.at(y, y) - Rows.dot(right, weights);
        return new Posterior(told, residual, solved, precision, weights, squared);
    }

    /// Of 1 + Phi^T K0^-1 Phi: of the Gram matrix all but the last row and column.
    private static Cholesky precision(Matrix gram, Algebra algebra) {
        int functions = gram.rows() - 1;
        double[] entries = new double[functions * functions];
        for (int f = 0; f < functions; f++) {
            System.arraycopy(gram.entries(), f * gram.columns(), entries, f * functions, functions);
            entries[f * functions + f] += 1;
        }
        return switch (algebra.cholesky(Matrix.square(functions, entries))) {
            case Cholesky cholesky -> cholesky;
            case Factorization.NotPositiveDefinite failed ->
                throw new ArithmeticException("the weights are not determined: " + failed);
        };
    }

    private double[][] gradientCoefficients(double[] along, Matrix across) {
        int count = across.rows();
        int rank = residual.span().rank();
        double[][] coefficients = new double[count][];
        for (int k = 0; k < count; k++) {
            coefficients[k] = Arrays.copyOfRange(across.entries(), k * across.columns(), (k + 1) * across.columns());
            residual.span().addInside(along, count + k * rank, coefficients[k]);
        }
        return coefficients;
    }

    /// The logarithm of the marginal likelihood of all that is told, but for a term that any functions have: that of
    /// Rasmussen and Williams, eq. 2.43, with ln det (K0 + Phi Phi^T) = ln det K0 + ln det S (A.10), once
    /// the overall variance is integrated out (Shah, Wilson, Ghahramani).
    public double logEvidence() {
        return -precision.logDeterminant() / 2 - (PRIOR_COUNT + told.count()) / 2 * Math.log(PRIOR_COUNT + squared);
    }

    public double lowestEnergy() {
        return told.lowest();
    }

    public double[] firstFunctions() {
        return told.reference();
    }

    /// The weights of the independent functions.
    public double[] weights() {
        return told.ofAll(weights);
    }

    /// The residual's and the constant's part of the energy at a place, relative to the lowest example; the residual's
    /// gradient is added.
    public double remainder(double[] place, double[] gradient) {
        double constant = Told.CONSTANT * weights[weights.length - 1];
        return constant + residual.energy(place, ofEnergies, ofGradients, gradient);
    }

    /// The standard deviation of the energy (eV) at a place where the functions, less those of the first example, are
    /// these.
    public double deviation(double[] place, double[] differences) {
        Cross cross = residual.cross(place);
        double[] inside = residual.inside().solveLower(cross.inside());
        double[] factors = residual.outside().solveLower(cross.factors());
        double known = Rows.dot(inside, inside) + Rows.dot(cross.across(), cross.across()) * Rows.dot(factors, factors);
        double[] heard = told.heard(differences);
        double[] rest = Arrays.copyOf(heard, weights.length);
        rest[weights.length - 1] = Told.CONSTANT;
        double[] explained = solved.with(inside, factors, cross.across());
        for (int f = 0; f < rest.length; f++) {
            rest[f] -= explained[f];
        }
        double[] uncertain = precision.solveLower(rest);
        // The weight of a function that is not heard is as uncertain as before.
        double unheard = Rows.dot(differences, differences) - Rows.dot(heard, heard);
        double sum = residual.variance() - known + Rows.dot(uncertain, uncertain) + Math.max(0, unheard);
        return Math.sqrt(Math.max(0, sum * variance));
    }
}
