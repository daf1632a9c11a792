package cairn.neb.surrogate.process;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// L^-1 Z, with the covariance of the residual K0 = L L^T and what is [Told] Z.
///
/// Each column of Z is a row here: one along the span, and one for each example across it.
final class Solved {
    private final Algebra algebra;
    private final Matrix inside;
    private final List<Matrix> outside;

    private Solved(Algebra algebra, Matrix inside, List<Matrix> outside) {
        this.algebra = algebra;
        this.inside = inside;
        this.outside = outside;
    }

    static Solved of(Told told, Residual residual, Algebra algebra) {
        Matrix inside = residual.inside().solveLower(told.inside()).transposed();
        Matrix outside = residual.outside().solveLower(told.outside());
        Matrix rows = Matrix.of(inside.rows(), inside.columns(), inside.entries());
        return new Solved(algebra, rows, blocks(outside, told.columns()));
    }

    /// Each row of a matrix as a matrix of so many rows.
    private static List<Matrix> blocks(Matrix stacked, int rows) {
        List<Matrix> blocks = new ArrayList<>();
        int size = stacked.columns();
        for (int k = 0; k < stacked.rows(); k++) {
            double[] entries = Arrays.copyOfRange(stacked.entries(), k * size, (k + 1) * size);
            blocks.add(Matrix.of(rows, size / rows, entries));
        }
        return blocks;
    }

    /// Z^T K0^-1 Z.
    Matrix gram() {
        Matrix sum = algebra.syrk(1, inside, 0, Matrix.zero(inside.rows(), inside.rows()));
        for (Matrix across : outside) {
            sum = algebra.syrk(1, across, 1, sum);
        }
        return sum;
    }

    /// Z^T K0^-1 k, given L^-1 k for the covariances k of one more place: along the span, and factors of `across`.
    double[] with(double[] solvedInside, double[] solvedFactors, double[] across) {
        double[] sum = algebra.product(inside, solvedInside);
        for (int k = 0; k < solvedFactors.length; k++) {
            sum = algebra.gemv(solvedFactors[k], outside.get(k), across, 1, sum);
        }
        return sum;
    }

    /// L^-1 Z c along the span.
    double[] combinedInside(double[] c) {
        return algebra.product(inside.transposed(), c);
    }

    /// L^-1 Z c across the span, a row for each example.
    Matrix combinedOutside(double[] c) {
        int dimension = outside.getFirst().columns();
        double[] rows = new double[outside.size() * dimension];
        for (int k = 0; k < outside.size(); k++) {
            double[] row = algebra.product(outside.get(k).transposed(), c);
            System.arraycopy(row, 0, rows, k * dimension, dimension);
        }
        return Matrix.of(outside.size(), dimension, rows);
    }
}
