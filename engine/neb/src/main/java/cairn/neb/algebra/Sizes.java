package cairn.neb.algebra;

/// Complains about matrices and vectors that do not fit together.
final class Sizes {
    private Sizes() {}

    static void requireSame(String what, int size, String otherWhat, int otherSize) {
        if (size != otherSize) {
            throw new IllegalArgumentException(what + " is " + size + ", but " + otherWhat + " is " + otherSize);
        }
    }

    static void requireSquare(Matrix matrix) {
        if (!matrix.isSquare()) {
            throw new IllegalArgumentException(matrix + " is not square");
        }
    }

    /// Of alpha A B + beta C.
    static void requireProduct(Matrix a, Matrix b, Matrix c) {
        requireSame("columns of the left factor", a.columns(), "rows of the right factor", b.rows());
        requireSame("rows of the left factor", a.rows(), "rows of the sum", c.rows());
        requireSame("columns of the right factor", b.columns(), "columns of the sum", c.columns());
    }

    /// Of alpha A x + beta y.
    static void requireProduct(Matrix a, double[] x, double[] y) {
        requireSame("columns of the matrix", a.columns(), "length of x", x.length);
        requireSame("rows of the matrix", a.rows(), "length of y", y.length);
    }
}
