package cairn.neb.algebra;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Diagonalises a symmetric tridiagonal matrix by implicit QR steps with Wilkinson's shift (Golub and Van Loan, Matrix
/// Computations, 4th ed., algorithms 8.3.2 and 8.3.3).
final class ImplicitQr {
    /// Two steps for an eigenvalue are usual.
    private static final int STEPS_PER_EIGENVALUE = 30;

    private final double[] diagonal;
    private final double[] offDiagonal;
    private final Block basis;
    private final Rotations rotations;

    private ImplicitQr(Tridiagonal matrix) {
        this.diagonal = matrix.diagonal;
        this.offDiagonal = matrix.offDiagonal;
        this.basis = matrix.basis;
        this.rotations = new Rotations(basis);
    }

    /// Uses the matrix up.
    static Eigensystem eigensystem(Tridiagonal matrix) {
        var qr = new ImplicitQr(matrix);
        qr.diagonalise();
        return qr.sorted();
    }

    private void diagonalise() {
        int steps = STEPS_PER_EIGENVALUE * diagonal.length;
        int last = diagonal.length - 1;
        while (last > 0) {
            if (isSplitAfter(last - 1)) {
                last--;
                continue;
            }
            if (steps-- == 0) {
                throw Eigensystem.noConvergence();
            }
            step(firstOfBlock(last), last);
        }
        rotations.apply();
    }

    private boolean isSplitAfter(int k) {
        return Math.abs(offDiagonal[k]) <= Math.ulp(1.0) * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
    }

    private int firstOfBlock(int last) {
        int first = last - 1;
        while (first > 0 && !isSplitAfter(first - 1)) {
            first--;
        }
        return first;
    }

    /// One step on a block without zeros beside its diagonal.
    private void step(int first, int last) {
        double x = diagonal[first] - shift(last);
        double bulge = offDiagonal[first];
        for (int k = first; k < last; k++) {
            double r = Math.hypot(x, bulge);
            double c = r == 0 ? 1 : x / r;
            double s = r == 0 ? 0 : bulge / r;
            if (k > first) {
                offDiagonal[k - 1] = r;
            }
            rotate(k, c, s);
            x = offDiagonal[k];
            if (k + 1 < last) {
                bulge = s * offDiagonal[k + 1];
                offDiagonal[k + 1] *= c;
            }
        }
    }

    /// The eigenvalue of the last 2 x 2 block that is nearer to its last entry.
    private double shift(int last) {
        double half = (diagonal[last - 1] - diagonal[last]) / 2;
        double beside = offDiagonal[last - 1];
        double root = Math.hypot(half, beside);
        return diagonal[last] - beside / (half + (half < 0 ? -root : root)) * beside;
    }

    /// Rows and columns k and k + 1 by the rotation (c s; -s c).
    private void rotate(int k, double c, double s) {
        double upper = diagonal[k];
        double lower = diagonal[k + 1];
        double beside = offDiagonal[k];
        diagonal[k] = c * c * upper + 2 * c * s * beside + s * s * lower;
        diagonal[k + 1] = s * s * upper - 2 * c * s * beside + c * c * lower;
        offDiagonal[k] = c * s * (lower - upper) + (c * c - s * s) * beside;
        rotations.add(k, c, s);
    }

    private Eigensystem sorted() {
        int[] order = IntStream.range(0, diagonal.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> diagonal[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Block vectors = Block.zero(basis.rows(), basis.columns());
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(basis.entries(), basis.at(order[i], 0), vectors.entries(), vectors.at(i, 0), order.length);
        }
        double[] values = IntStream.of(order).mapToDouble(i -> diagonal[i]).toArray();
        return Eigensystem.of(
                values, Matrix.square(order.length, vectors.entries()).transposed());
    }
}
