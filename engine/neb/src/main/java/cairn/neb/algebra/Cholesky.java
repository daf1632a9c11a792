package cairn.neb.algebra;

/// The Cholesky factor L of a symmetric positive definite matrix A = L L^T.
///
/// It holds a copy of its own. Right-hand sides stay as they are, and solutions are new. It may be used by many
/// threads at once.
public sealed interface Cholesky extends Factorization permits JavaCholesky, NativeCholesky {
    /// The number of rows, which is that of columns.
    int order();

    /// ln det A.
    double logDeterminant();

    /// x of A x = b.
    double[] solve(double[] b);

    /// X of A X = B, a column for each right-hand side.
    Matrix solve(Matrix b);

    /// x of L x = b. Its square is b^T A^-1 b.
    double[] solveLower(double[] b);

    /// X of L X = B.
    Matrix solveLower(Matrix b);

    /// x of L^T x = b.
    double[] solveUpper(double[] b);

    /// X of L^T X = B.
    Matrix solveUpper(Matrix b);

    /// L, written out, with zeros above its diagonal.
    Matrix lower();
}
