package cairn.neb.curvature;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The eigenvalues of a small symmetric matrix, by Jacobi's rotations: Golub and Van Loan, Matrix Computations, 8.5.
final class Symmetric {
    private static final int SWEEPS = 60;
    private static final double NEGLIGIBLE = 1e-14;

    /// An eigenvalue, and the last component of its eigenvector of length one.
    record Pair(double value, double lastComponent) {}

    private Symmetric() {}

    /// Lowest first. The matrix is used up.
    static List<Pair> eigenpairs(double[][] a) {
        int size = a.length;
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > NEGLIGIBLE; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        return IntStream.range(0, size)
                .mapToObj(i -> new Pair(a[i][i], vectors[size - 1][i]))
                .sorted(Comparator.comparingDouble(Pair::value))
                .toList();
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                all += a[i][j] * a[i][j];
                sum += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return all > 0 ? sum / all : 0;
    }

    /// Makes the element in row p and column q zero (algorithm 8.5.1).
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (double[] row : a) {
            turn(row, p, q, c, s);
        }
        for (int j = 0; j < a.length; j++) {
            double first = a[p][j];
            double second = a[q][j];
            a[p][j] = c * first - s * second;
            a[q][j] = s * first + c * second;
        }
        for (double[] row : vectors) {
            turn(row, p, q, c, s);
        }
    }

    private static void turn(double[] row, int p, int q, double c, double s) {
        double first = row[p];
        double second = row[q];
        row[p] = c * first - s * second;
        row[q] = s * first + c * second;
    }
}
