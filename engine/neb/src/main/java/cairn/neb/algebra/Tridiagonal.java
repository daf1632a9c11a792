package cairn.neb.algebra;

/// A symmetric tridiagonal matrix T, and the orthogonal Z with Z^T T Z = A that it came from A by.
final class Tridiagonal {
    /// Of T.
    final double[] diagonal;

    /// Beside the diagonal of T: one shorter, but of length one at least.
    final double[] offDiagonal;

    /// Z.
    final Block basis;

    private Tridiagonal(double[] diagonal, double[] offDiagonal, Block basis) {
        this.diagonal = diagonal;
        this.offDiagonal = offDiagonal;
        this.basis = basis;
    }

    /// By Householder's reflections (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 8.3.1); uses the
    /// square up.
    static Tridiagonal of(Block square) {
        int order = square.rows();
        double[] offDiagonal = new double[Math.max(1, order - 1)];
        double[] scales = new double[order];
        for (int k = 0; k < order - 2; k++) {
            Block row = square.part(k, k + 1, 1, order - k - 1);
            offDiagonal[k] = reflect(row, scales, k);
            if (scales[k] != 0) {
                update(square.part(k + 1, k + 1, order - k - 1, order - k - 1), row, scales[k]);
            }
        }
        if (order > 1) {
            offDiagonal[order - 2] = square.entries()[square.at(order - 2, order - 1)];
        }
        double[] diagonal = new double[order];
        for (int i = 0; i < order; i++) {
            diagonal[i] = square.entries()[square.at(i, i)];
        }
        return new Tridiagonal(diagonal, offDiagonal, basis(square, scales));
    }

    /// Puts v in the place of the row, and its scale among the scales, so that 1 - scale v v^T maps the row to (norm,
    /// 0, ..., 0) but for the sign; returns that first component.
    private static double reflect(Block row, double[] scales, int k) {
        double[] v = row.entries();
        int first = row.offset();
        double tail = Vectors.dot(v, first + 1, v, first + 1, row.columns() - 1);
        if (tail == 0) {
            return v[first];
        }
        double norm = Math.sqrt(v[first] * v[first] + tail);
        double reflected = v[first] > 0 ? -norm : norm;
        v[first] -= reflected;
        scales[k] = 2 / (v[first] * v[first] + tail);
        return reflected;
    }

    /// A - v w^T - w v^T with w = p - scale (p . v) v / 2 and p = scale A v.
    private static void update(Block a, Block v, double scale) {
        int order = a.rows();
        double[] w = new double[order];
        for (int i = 0; i < order; i++) {
            Vectors.add(scale * v.entries()[v.at(0, i)], a.entries(), a.at(i, 0), w, 0, order);
        }
        double projection = Vectors.dot(w, 0, v.entries(), v.offset(), order);
        Vectors.add(-scale * projection / 2, v.entries(), v.offset(), w, 0, order);
        for (int i = 0; i < order; i++) {
            subtract(v.entries()[v.at(0, i)], w, w[i], v, a.entries(), a.at(i, 0));
        }
    }

    private static void subtract(double perW, double[] w, double perV, Block v, double[] row, int start) {
        double[] reflector = v.entries();
        int first = v.offset();
        for (int j = 0; j < w.length; j++) {
            row[start + j] -= perW * w[j] + perV * reflector[first + j];
        }
    }

    /// The product of the reflections, the last one leftmost, built from the last to the first so that it fills up
    /// from its lower right corner.
    private static Block basis(Block square, double[] scales) {
        int order = square.rows();
        Block basis = Matrix.identity(order).block();
        for (int k = order - 3; k >= 0; k--) {
            int start = square.at(k, k + 1);
            int length = order - k - 1;
            for (int i = k + 1; i < order; i++) {
                int row = basis.at(i, k + 1);
                double projection = Vectors.dot(basis.entries(), row, square.entries(), start, length);
                Vectors.add(-scales[k] * projection, square.entries(), start, basis.entries(), row, length);
            }
        }
        return basis;
    }
}
