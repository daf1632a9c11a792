package cairn.neb.algebra;

import static cairn.neb.algebra.NativeCholesky.stride;
import static cairn.neb.algebra.OpenBlas.AS_IS;
import static cairn.neb.algebra.OpenBlas.COLUMN_MAJOR;
import static cairn.neb.algebra.OpenBlas.LOWER;
import static cairn.neb.algebra.OpenBlas.LOWER_BY_ROWS;
import static cairn.neb.algebra.OpenBlas.ROW_MAJOR;
import static cairn.neb.algebra.OpenBlas.TRANSPOSED;
import static cairn.neb.algebra.OpenBlas.WITH_VECTORS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Dense linear algebra by OpenBLAS.
final class NativeAlgebra implements Algebra {
    private final OpenBlas blas;

    NativeAlgebra(OpenBlas blas) {
        this.blas = blas;
    }

    @Override
    public Matrix gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
        Sizes.requireProduct(a, b, c);
        return sum(alpha, a, b, beta, start(beta, c));
    }

    @Override
    public Matrix product(Matrix a, Matrix b) {
        Sizes.requireSame("columns of the left factor", a.columns(), "rows of the right factor", b.rows());
        return sum(1, a, b, 0, Matrix.zero(a.rows(), b.columns()));
    }

    /// In the place of the matrix to which it is added.
    private Matrix sum(double alpha, Matrix a, Matrix b, double beta, Matrix sum) {
        int m = a.rows();
        int n = b.columns();
        int k = a.columns();
        try (Crossing crossing = Crossing.forOperations(2.0 * m * n * k)) {
            MemorySegment c = crossing.in(sum.entries());
            crossing.choose(blas.gemm())
                    .call(
                            ROW_MAJOR,
                            op(a),
                            op(b),
                            m,
                            n,
                            k,
                            alpha,
                            crossing.in(a.stored().entries()),
                            stride(a.stored().columns()),
                            crossing.in(b.stored().entries()),
                            stride(b.stored().columns()),
                            beta,
                            c,
                            stride(n));
            crossing.out(c, sum.entries());
        }
        return sum;
    }

    @Override
    public double[] gemv(double alpha, Matrix a, double[] x, double beta, double[] y) {
        Sizes.requireProduct(a, x, y);
        double[] sum = beta == 0 ? new double[y.length] : y.clone();
        Vectors.scale(beta, sum, 0, sum.length);
        Block stored = a.stored();
        int height = Math.max(1, Crossing.BRIEF_READS / stride(stored.columns()));
        for (int row = 0; row < stored.rows(); row += height) {
            addRows(alpha, a, stored.band(row, Math.min(height, stored.rows() - row)), row, x, sum);
        }
        return sum;
    }

    /// As many rows at a time as make a brief call: to copy a matrix takes as long as to multiply it by a vector.
    private void addRows(double alpha, Matrix a, Block rows, int row, double[] x, double[] sum) {
        MemorySegment along = MemorySegment.ofArray(a.isTransposed() ? sum : x);
        MemorySegment across = MemorySegment.ofArray(a.isTransposed() ? x : sum).asSlice((long) row * Double.BYTES);
        blas.gemv()
                .brief()
                .call(
                        ROW_MAJOR,
                        op(a),
                        rows.rows(),
                        rows.columns(),
                        alpha,
                        MemorySegment.ofArray(rows.entries()).asSlice((long) rows.offset() * Double.BYTES),
                        stride(rows.stride()),
                        a.isTransposed() ? across : along,
                        1,
                        1,
                        a.isTransposed() ? along : across,
                        1);
    }

    @Override
    public Matrix syrk(double alpha, Matrix a, double beta, Matrix c) {
        Sizes.requireProduct(a, a.transposed(), c);
        Matrix sum = start(beta, c);
        int n = a.rows();
        int k = a.columns();
        try (Crossing crossing = Crossing.forOperations((double) n * n * k)) {
            MemorySegment segment = crossing.in(sum.entries());
            crossing.choose(blas.syrk())
                    .call(
                            ROW_MAJOR,
                            LOWER,
                            op(a),
                            n,
                            k,
                            alpha,
                            crossing.in(a.stored().entries()),
                            stride(a.stored().columns()),
                            beta,
                            segment,
                            stride(n));
            crossing.out(segment, sum.entries());
        }
        Transposition.mirrorLower(sum.block());
        return sum;
    }

    @Override
    public Factorization cholesky(Matrix symmetric) {
        Sizes.requireSquare(symmetric);
        return NativeCholesky.of(blas, symmetric);
    }

    @Override
    public Eigensystem eigensystem(Matrix symmetric) {
        Sizes.requireSquare(symmetric);
        int n = symmetric.rows();
        int workLength = 1 + 6 * n + 2 * n * n;
        int integerWorkLength = 3 + 5 * n;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vectors = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, symmetric.entries());
            MemorySegment values = arena.allocate(ValueLayout.JAVA_DOUBLE, n);
            int failed = blas.syevd()
                    .plain()
                    .call(
                            COLUMN_MAJOR,
                            WITH_VECTORS,
                            LOWER_BY_ROWS,
                            n,
                            vectors,
                            stride(n),
                            values,
                            arena.allocate(ValueLayout.JAVA_DOUBLE, workLength),
                            workLength,
                            arena.allocate(ValueLayout.JAVA_INT, integerWorkLength),
                            integerWorkLength);
            if (failed != 0) {
                throw Eigensystem.noConvergence();
            }
            // Columns below one another are the rows of the transpose.
            Matrix rows = Matrix.square(n, vectors.toArray(ValueLayout.JAVA_DOUBLE));
            return Eigensystem.of(values.toArray(ValueLayout.JAVA_DOUBLE), rows.transposed());
        }
    }

    private static int op(Matrix matrix) {
        return matrix.isTransposed() ? TRANSPOSED : AS_IS;
    }

    /// A matrix to add to, which is not read if beta is zero.
    private static Matrix start(double beta, Matrix c) {
        return beta == 0
                ? Matrix.zero(c.rows(), c.columns())
                : Matrix.of(c.rows(), c.columns(), c.entries().clone());
    }

    @Override
    public String toString() {
        return "OpenBLAS";
    }
}
