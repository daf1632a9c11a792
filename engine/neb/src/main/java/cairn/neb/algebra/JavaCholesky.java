package cairn.neb.algebra;

import java.util.Arrays;

/// Cholesky's factor in plain Java.
final class JavaCholesky implements Cholesky {
    /// Columns that are factored together before what is right of them is updated.
    private static final int STRIP = 64;

    /// Above the diagonal are left-overs.
    private final Block factor;

    private JavaCholesky(Block factor) {
        this.factor = factor;
    }

    /// Factors the square in its place (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 4.2.4).
    static Factorization of(Block square) {
        for (int start = 0; start < square.rows(); start += STRIP) {
            int width = Math.min(STRIP, square.rows() - start);
            int failed = factorDiagonal(square.part(start, start, width, width));
            if (failed > 0) {
                return new NotPositiveDefinite(start + failed);
            }
            factorBelow(square, start, width);
        }
        return new JavaCholesky(square);
    }

    /// The order of the first leading minor that is not positive, or zero.
    private static int factorDiagonal(Block square) {
        double[] a = square.entries();
        for (int j = 0; j < square.rows(); j++) {
            int row = square.at(j, 0);
            double pivot = a[row + j] - Vectors.dot(a, row, a, row, j);
            if (!(pivot > 0)) {
                return j + 1;
            }
            a[row + j] = Math.sqrt(pivot);
            for (int i = j + 1; i < square.rows(); i++) {
                int other = square.at(i, 0);
                a[other + j] = (a[other + j] - Vectors.dot(a, other, a, row, j)) / a[row + j];
            }
        }
        return 0;
    }

    /// The strip below a factored diagonal, L21 = A21 L11^-T, and A22 - L21 L21^T right of it.
    private static void factorBelow(Block square, int start, int width) {
        int next = start + width;
        int height = square.rows() - next;
        Block below = square.part(next, start, height, width);
        Block transposed = Transposition.of(below);
        new LowerTriangle(square.part(start, start, width, width)).solve(transposed);
        Transposition.write(transposed, below);
        Product.addLower(-1, below, transposed, square.part(next, next, height, height));
    }

    @Override
    public int order() {
        return factor.rows();
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < order(); i++) {
            sum += Math.log(factor.entries()[factor.at(i, i)]);
        }
        return 2 * sum;
    }

    @Override
    public double[] solve(double[] b) {
        double[] x = solveLower(b);
        triangle().solveTransposed(x);
        return x;
    }

    @Override
    public Matrix solve(Matrix b) {
        Block x = copy(b);
        triangle().solve(x);
        triangle().solveTransposed(x);
        return Matrix.of(x.rows(), x.columns(), x.entries());
    }

    @Override
    public double[] solveLower(double[] b) {
        double[] x = copy(b);
        triangle().solve(x);
        return x;
    }

    @Override
    public Matrix solveLower(Matrix b) {
        Block x = copy(b);
        triangle().solve(x);
        return Matrix.of(x.rows(), x.columns(), x.entries());
    }

    @Override
    public double[] solveUpper(double[] b) {
        double[] x = copy(b);
        triangle().solveTransposed(x);
        return x;
    }

    @Override
    public Matrix solveUpper(Matrix b) {
        Block x = copy(b);
        triangle().solveTransposed(x);
        return Matrix.of(x.rows(), x.columns(), x.entries());
    }

    @Override
    public Matrix lower() {
        Block lower = factor.copy();
        for (int i = 0; i < order(); i++) {
            Arrays.fill(lower.entries(), lower.at(i, i) + 1, lower.at(i, 0) + order(), 0);
        }
        return Matrix.square(order(), lower.entries());
    }

    private LowerTriangle triangle() {
        return new LowerTriangle(factor);
    }

    private double[] copy(double[] b) {
        Sizes.requireSame("order of the factor", order(), "length of the right-hand side", b.length);
        return b.clone();
    }

    private Block copy(Matrix b) {
        Sizes.requireSame("order of the factor", order(), "rows of the right-hand sides", b.rows());
        return b.block().copy();
    }
}
