package cairn.neb.algebra;

import java.util.Optional;

/// Dense linear algebra on real matrices: what a Gaussian process needs.
///
/// The operations bear the names of BLAS where these say more than a word. They change nothing that they are given,
/// and what they return is new and belongs to the caller. A matrix and its [Matrix#transposed()] cost the same.
/// Matrices that do not fit together are a mistake of the caller and throw.
///
/// Every implementation may be used by many threads at once, and gives the same bits for the same arguments on
/// one machine; plain Java does on every machine.
public sealed interface Algebra permits JavaAlgebra, NativeAlgebra {
    /// OpenBLAS if it can be had, else plain Java; the property `cairn.algebra` or the environment's `CAIRN_ALGEBRA`
    /// demands one: `java`, or `native`, which is then a mistake to miss.
    ///
    /// @throws PreferenceMistake where that is not there, or the word is another one
    static Algebra preferred() {
        return Preference.ofThisProcess().algebra();
    }

    /// What [#preferred()] is; but plain Java, unless another one is demanded, where there are so few floating-point
    /// operations to do that a library would hardly have been loaded by then.
    static Algebra preferredFor(double operations) {
        return Preference.ofThisProcess().algebraFor(operations);
    }

    /// Finds at once what [#preferred()] would complain of, and loads nothing without need.
    ///
    /// @throws PreferenceMistake as that does
    static void requirePreference() {
        Preference.ofThisProcess().require();
    }

    /// Plain Java, which is always there.
    static Algebra java() {
        return JavaAlgebra.INSTANCE;
    }

    /// OpenBLAS, on one thread unless `OPENBLAS_NUM_THREADS` says more. If it cannot be had, the first call says why,
    /// in one line on the error stream.
    static Optional<Algebra> openBlas() {
        return Bundle.ALGEBRA;
    }

    /// alpha A B + beta C.
    Matrix gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c);

    /// A B.
    Matrix product(Matrix a, Matrix b);

    /// alpha A x + beta y.
    double[] gemv(double alpha, Matrix a, double[] x, double beta, double[] y);

    /// A x.
    default double[] product(Matrix a, double[] x) {
        return gemv(1, a, x, 0, new double[a.rows()]);
    }

    /// alpha A A^T + beta C, both triangles filled; of the symmetric C only the lower triangle is read.
    Matrix syrk(double alpha, Matrix a, double beta, Matrix c);

    /// L L^T = A with L lower triangular, or that A is not positive definite; of the symmetric A only the lower
    /// triangle is read.
    Factorization cholesky(Matrix symmetric);

    /// V diag(values) V^T = A; of the symmetric A only the lower triangle is read. Entries that are not finite throw an
    /// [ArithmeticException].
    Eigensystem eigensystem(Matrix symmetric);
}
