package cairn.neb.algebra;

import static cairn.neb.algebra.OpenBlas.ANY_DIAGONAL;
import static cairn.neb.algebra.OpenBlas.AS_IS;
import static cairn.neb.algebra.OpenBlas.COLUMN_MAJOR;
import static cairn.neb.algebra.OpenBlas.LEFT;
import static cairn.neb.algebra.OpenBlas.LOWER;
import static cairn.neb.algebra.OpenBlas.LOWER_BY_ROWS;
import static cairn.neb.algebra.OpenBlas.ROW_MAJOR;
import static cairn.neb.algebra.OpenBlas.TRANSPOSED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Cholesky's factor by OpenBLAS. It lies outside the heap until nobody refers to it, so that no solve copies it.
final class NativeCholesky implements Cholesky {
    private final OpenBlas blas;
    private final int order;
    private final MemorySegment factor;

    private NativeCholesky(OpenBlas blas, int order, MemorySegment factor) {
        this.blas = blas;
        this.order = order;
        this.factor = factor;
    }

    static Factorization of(OpenBlas blas, Matrix symmetric) {
        int order = symmetric.rows();
        MemorySegment square = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_DOUBLE, symmetric.entries());
        int failed = blas.potrf().plain().call(COLUMN_MAJOR, LOWER_BY_ROWS, order, square, stride(order));
        var cholesky = new NativeCholesky(blas, order, square);
        return failed > 0 ? new NotPositiveDefinite(failed) : cholesky.checked();
    }

    /// OpenBLAS takes a pivot that is no number for a positive one.
    private Factorization checked() {
        for (int i = 0; i < order; i++) {
            if (Double.isNaN(diagonal(i))) {
                return new NotPositiveDefinite(i + 1);
            }
        }
        return this;
    }

    private double diagonal(int i) {
        return factor.getAtIndex(ValueLayout.JAVA_DOUBLE, (long) i * order + i);
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < order; i++) {
            sum += Math.log(diagonal(i));
        }
        return 2 * sum;
    }

    @Override
    public double[] solve(double[] b) {
        return solveUpper(solveLower(b));
    }

    @Override
    public Matrix solve(Matrix b) {
        return solveUpper(solveLower(b));
    }

    @Override
    public double[] solveLower(double[] b) {
        return solved(AS_IS, b);
    }

    @Override
    public Matrix solveLower(Matrix b) {
        return solved(AS_IS, b);
    }

    @Override
    public double[] solveUpper(double[] b) {
        return solved(TRANSPOSED, b);
    }

    @Override
    public Matrix solveUpper(Matrix b) {
        return solved(TRANSPOSED, b);
    }

    @Override
    public Matrix lower() {
        double[] lower = factor.toArray(ValueLayout.JAVA_DOUBLE);
        for (int i = 0; i < order; i++) {
            Arrays.fill(lower, i * order + i + 1, (i + 1) * order, 0);
        }
        return Matrix.square(order, lower);
    }

    private double[] solved(int op, double[] b) {
        Sizes.requireSame("order of the factor", order, "length of the right-hand side", b.length);
        double[] x = b.clone();
        try (Crossing crossing = Crossing.forReads((long) order * order / 2)) {
            MemorySegment segment = crossing.in(x);
            crossing.choose(blas.trsv())
                    .call(ROW_MAJOR, LOWER, op, ANY_DIAGONAL, order, factor, stride(order), segment, 1);
            crossing.out(segment, x);
        }
        return x;
    }

    private Matrix solved(int op, Matrix b) {
        Sizes.requireSame("order of the factor", order, "rows of the right-hand sides", b.rows());
        double[] x = b.entries().clone();
        int columns = b.columns();
        try (Crossing crossing = Crossing.forOperations((double) order * order * columns)) {
            MemorySegment segment = crossing.in(x);
            crossing.choose(blas.trsm())
                    .call(
                            ROW_MAJOR,
                            LEFT,
                            LOWER,
                            op,
                            ANY_DIAGONAL,
                            order,
                            columns,
                            1,
                            factor,
                            stride(order),
                            segment,
                            stride(columns));
            crossing.out(segment, x);
        }
        return Matrix.of(order, columns, x);
    }

    /// BLAS wants at least one, also of what is empty.
    static int stride(int columns) {
        return Math.max(1, columns);
    }
}
