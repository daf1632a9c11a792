package cairn.neb.algebra;

/// Dense linear algebra in plain Java.
final class JavaAlgebra implements Algebra {
    static final JavaAlgebra INSTANCE = new JavaAlgebra();

    private JavaAlgebra() {}

    @Override
    public Matrix gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
        Sizes.requireProduct(a, b, c);
        return sum(alpha, a, b, scaled(beta, c));
    }

    @Override
    public Matrix product(Matrix a, Matrix b) {
        Sizes.requireSame("columns of the left factor", a.columns(), "rows of the right factor", b.rows());
        return sum(1, a, b, Block.zero(a.rows(), b.columns()));
    }

    private static Matrix sum(double alpha, Matrix a, Matrix b, Block sum) {
        Product.add(alpha, a.block(), b.block(), sum);
        return Matrix.of(sum.rows(), sum.columns(), sum.entries());
    }

    @Override
    public double[] gemv(double alpha, Matrix a, double[] x, double beta, double[] y) {
        Sizes.requireProduct(a, x, y);
        double[] sum = scaled(beta, y);
        Block stored = a.stored();
        for (int row = 0; row < stored.rows(); row++) {
            if (a.isTransposed()) {
                Vectors.add(alpha * x[row], stored.entries(), stored.at(row, 0), sum, 0, sum.length);
            } else {
                sum[row] += alpha * Vectors.dot(stored.entries(), stored.at(row, 0), x, 0, x.length);
            }
        }
        return sum;
    }

    @Override
    public Matrix syrk(double alpha, Matrix a, double beta, Matrix c) {
        Sizes.requireProduct(a, a.transposed(), c);
        Block sum = scaled(beta, c);
        Product.addLower(alpha, a.block(), a.transposed().block(), sum);
        Transposition.mirrorLower(sum);
        return Matrix.square(sum.rows(), sum.entries());
    }

    @Override
    public Factorization cholesky(Matrix symmetric) {
        Sizes.requireSquare(symmetric);
        return JavaCholesky.of(symmetric.block().copy());
    }

    @Override
    public Eigensystem eigensystem(Matrix symmetric) {
        Sizes.requireSquare(symmetric);
        Block square = symmetric.block().copy();
        Transposition.mirrorLower(square);
        return ImplicitQr.eigensystem(Tridiagonal.of(square));
    }

    /// As in BLAS, nothing of C is read if beta is zero.
    private static Block scaled(double beta, Matrix c) {
        if (beta == 0) {
            return Block.zero(c.rows(), c.columns());
        }
        return Block.of(c.rows(), c.columns(), scaled(beta, c.entries()));
    }

    private static double[] scaled(double beta, double[] y) {
        double[] scaled = new double[y.length];
        if (beta != 0) {
            Vectors.add(beta, y, 0, scaled, 0, y.length);
        }
        return scaled;
    }

    @Override
    public String toString() {
        return "plain Java";
    }
}
