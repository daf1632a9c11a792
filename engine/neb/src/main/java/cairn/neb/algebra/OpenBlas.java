package cairn.neb.algebra;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/// The routines of OpenBLAS that are used, in the words of CBLAS and LAPACKE.
record OpenBlas(
        Routine<Gemm> gemm,
        Routine<Gemv> gemv,
        Routine<Syrk> syrk,
        Routine<Trsv> trsv,
        Routine<Trsm> trsm,
        Routine<Potrf> potrf,
        Routine<Syevd> syevd) {

    /// CBLAS_LAYOUT, CBLAS_TRANSPOSE, CBLAS_UPLO, CBLAS_DIAG and CBLAS_SIDE of cblas.h.
    static final int ROW_MAJOR = 101;

    static final int COLUMN_MAJOR = 102;
    static final int AS_IS = 111;
    static final int TRANSPOSED = 112;
    static final int LOWER = 122;
    static final int ANY_DIAGONAL = 131;
    static final int LEFT = 141;

    /// LAPACK knows columns only, and a lower triangle row by row is an upper one column by column.
    static final byte LOWER_BY_ROWS = 'U';

    static final byte WITH_VECTORS = 'V';

    static OpenBlas in(SymbolLookup library) {
        return new OpenBlas(
                Routine.of(library, "cblas_dgemm", Gemm.class),
                Routine.of(library, "cblas_dgemv", Gemv.class),
                Routine.of(library, "cblas_dsyrk", Syrk.class),
                Routine.of(library, "cblas_dtrsv", Trsv.class),
                Routine.of(library, "cblas_dtrsm", Trsm.class),
                Routine.of(library, "LAPACKE_dpotrf_work", Potrf.class),
                Routine.of(library, "LAPACKE_dsyevd_work", Syevd.class));
    }

    /// C = alpha op(A) op(B) + beta C, of m x n and a sum of k terms.
    public interface Gemm {
        void call(
                int layout,
                int opA,
                int opB,
                int m,
                int n,
                int k,
                double alpha,
                MemorySegment a,
                int strideA,
                MemorySegment b,
                int strideB,
                double beta,
                MemorySegment c,
                int strideC);
    }

    /// y = alpha op(A) x + beta y, of A of m x n as it is stored.
    public interface Gemv {
        void call(
                int layout,
                int opA,
                int m,
                int n,
                double alpha,
                MemorySegment a,
                int strideA,
                MemorySegment x,
                int stepX,
                double beta,
                MemorySegment y,
                int stepY);
    }

    /// C = alpha op(A) op(A)^T + beta C, one triangle, of n x n and a sum of k terms.
    public interface Syrk {
        void call(
                int layout,
                int triangle,
                int opA,
                int n,
                int k,
                double alpha,
                MemorySegment a,
                int strideA,
                double beta,
                MemorySegment c,
                int strideC);
    }

    /// x of op(A) x = b in the place of b, A triangular.
    public interface Trsv {
        void call(
                int layout,
                int triangle,
                int opA,
                int diagonal,
                int n,
                MemorySegment a,
                int strideA,
                MemorySegment x,
                int stepX);
    }

    /// X of op(A) X = alpha B in the place of B of m x n, A triangular.
    public interface Trsm {
        void call(
                int layout,
                int side,
                int triangle,
                int opA,
                int diagonal,
                int m,
                int n,
                double alpha,
                MemorySegment a,
                int strideA,
                MemorySegment b,
                int strideB);
    }

    /// Cholesky's factor in the place of A; returns zero, or the order of the minor that is not positive.
    public interface Potrf {
        int call(int layout, byte triangle, int n, MemorySegment a, int strideA);
    }

    /// Eigenvalues, and eigenvectors in the place of A; returns zero unless it does not converge.
    public interface Syevd {
        int call(
                int layout,
                byte job,
                byte triangle,
                int n,
                MemorySegment a,
                int strideA,
                MemorySegment values,
                MemorySegment work,
                int workLength,
                MemorySegment integerWork,
                int integerWorkLength);
    }
}
