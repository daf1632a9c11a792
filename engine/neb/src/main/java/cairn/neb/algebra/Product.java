package cairn.neb.algebra;

/// Adds matrix products: the kernel that nearly all time goes into.
///
/// Four rows of the result are formed together from four rows of the right factor, in one loop along the rows that the
/// compiler turns into vector instructions. The right factor is taken in tiles that stay in a core's cache. There is
/// no fused multiply-add: not every processor has it, and the result would depend on the processor.
final class Product {
    /// Rows and columns of a tile of the right factor: 128 KiB.
    private static final int TILE = 128;

    private final double alpha;
    private final Block left;
    private final Block right;
    private final Block sum;

    private Product(double alpha, Block left, Block right, Block sum) {
        this.alpha = alpha;
        this.left = left;
        this.right = right;
        this.sum = sum;
    }

    /// c += alpha a b.
    static void add(double alpha, Block a, Block b, Block c) {
        for (int column = 0; column < c.columns(); column += TILE) {
            int width = Math.min(TILE, c.columns() - column);
            for (int k = 0; k < b.rows(); k += TILE) {
                int depth = Math.min(TILE, b.rows() - k);
                Block tile = b.part(k, column, depth, width).copy();
                new Product(alpha, a.part(0, k, a.rows(), depth), tile, c.part(0, column, c.rows(), width)).addTile();
            }
        }
    }

    /// The lower triangle of the square c += alpha a b, and some of what lies above it.
    static void addLower(double alpha, Block a, Block b, Block c) {
        for (int column = 0; column < c.columns(); column += TILE) {
            int width = Math.min(TILE, c.columns() - column);
            int height = c.rows() - column;
            add(
                    alpha,
                    a.band(column, height),
                    b.part(0, column, b.rows(), width),
                    c.part(column, column, height, width));
        }
    }

    private void addTile() {
        int row = 0;
        for (; row + 4 <= sum.rows(); row += 4) {
            addFourRows(row);
        }
        for (; row < sum.rows(); row++) {
            addRow(row, 0);
        }
    }

    private void addFourRows(int row) {
        int k = 0;
        for (; k + 4 <= right.rows(); k += 4) {
            addFourByFour(row, k);
        }
        for (int i = row; k < right.rows() && i < row + 4; i++) {
            addRow(i, k);
        }
    }

    private void addRow(int row, int from) {
        for (int k = from; k < right.rows(); k++) {
            Vectors.add(factor(row, k), right.entries(), right.at(k, 0), sum.entries(), sum.at(row, 0), sum.columns());
        }
    }

    private double factor(int row, int k) {
        return alpha * left.entries()[left.at(row, k)];
    }

    private void addFourByFour(int row, int k) {
        double a00 = factor(row, k), a01 = factor(row, k + 1), a02 = factor(row, k + 2), a03 = factor(row, k + 3);
        double a10 = factor(row + 1, k), a11 = factor(row + 1, k + 1);
        double a12 = factor(row + 1, k + 2), a13 = factor(row + 1, k + 3);
        double a20 = factor(row + 2, k), a21 = factor(row + 2, k + 1);
        double a22 = factor(row + 2, k + 2), a23 = factor(row + 2, k + 3);
        double a30 = factor(row + 3, k), a31 = factor(row + 3, k + 1);
        double a32 = factor(row + 3, k + 2), a33 = factor(row + 3, k + 3);
        double[] b = right.entries();
        double[] c = sum.entries();
        int b0 = right.at(k, 0), b1 = right.at(k + 1, 0), b2 = right.at(k + 2, 0), b3 = right.at(k + 3, 0);
        int c0 = sum.at(row, 0), c1 = sum.at(row + 1, 0), c2 = sum.at(row + 2, 0), c3 = sum.at(row + 3, 0);
        int columns = sum.columns();
        for (int j = 0; j < columns; j++) {
            double x0 = b[b0 + j], x1 = b[b1 + j], x2 = b[b2 + j], x3 = b[b3 + j];
            c[c0 + j] += a00 * x0 + a01 * x1 + a02 * x2 + a03 * x3;
            c[c1 + j] += a10 * x0 + a11 * x1 + a12 * x2 + a13 * x3;
            c[c2 + j] += a20 * x0 + a21 * x1 + a22 * x2 + a23 * x3;
            c[c3 + j] += a30 * x0 + a31 * x1 + a32 * x2 + a33 * x3;
        }
    }
}
