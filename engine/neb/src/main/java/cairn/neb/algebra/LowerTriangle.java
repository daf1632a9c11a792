package cairn.neb.algebra;

/// Solves with the lower triangle of a square; what lies above its diagonal is not read.
///
/// Many right-hand sides go strip by strip: what is solved is subtracted from the rest by a matrix product.
final class LowerTriangle {
    private static final int STRIP = 64;

    private final Block square;

    LowerTriangle(Block square) {
        this.square = square;
    }

    /// x of L x = b, in the place of b.
    void solve(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - Vectors.dot(square.entries(), square.at(i, 0), x, 0, i)) / diagonal(i);
        }
    }

    /// x of L^T x = b, in the place of b.
    void solveTransposed(double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= diagonal(i);
            Vectors.add(-x[i], square.entries(), square.at(i, 0), x, 0, i);
        }
    }

    /// X of L X = B, in the place of B.
    void solve(Block x) {
        for (int start = 0; start < x.rows(); start += STRIP) {
            int height = Math.min(STRIP, x.rows() - start);
            Product.add(-1, square.part(start, 0, height, start), x.band(0, start), x.band(start, height));
            solveStrip(x, start, height);
        }
    }

    /// X of L^T X = B, in the place of B.
    void solveTransposed(Block x) {
        for (int start = (x.rows() - 1) / STRIP * STRIP; start >= 0; start -= STRIP) {
            int height = Math.min(STRIP, x.rows() - start);
            int below = start + height;
            Block solved = x.band(below, x.rows() - below);
            Block factors = Transposition.of(square.part(below, start, x.rows() - below, height));
            Product.add(-1, factors, solved, x.band(start, height));
            solveStripTransposed(x, start, height);
        }
    }

    private void solveStrip(Block x, int start, int height) {
        for (int row = start; row < start + height; row++) {
            for (int k = start; k < row; k++) {
                eliminate(square.entries()[square.at(row, k)], x, k, row);
            }
            divide(x, row);
        }
    }

    private void solveStripTransposed(Block x, int start, int height) {
        for (int row = start + height - 1; row >= start; row--) {
            for (int k = row + 1; k < start + height; k++) {
                eliminate(square.entries()[square.at(k, row)], x, k, row);
            }
            divide(x, row);
        }
    }

    private static void eliminate(double factor, Block x, int solved, int row) {
        Vectors.add(-factor, x.entries(), x.at(solved, 0), x.entries(), x.at(row, 0), x.columns());
    }

    private void divide(Block x, int row) {
        Vectors.scale(1 / diagonal(row), x.entries(), x.at(row, 0), x.columns());
    }

    private double diagonal(int i) {
        return square.entries()[square.at(i, i)];
    }
}
