package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Random matrices, the same in every run, and the definitions that results are held against, in plain loops.
final class Samples {
    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    Matrix matrix(int rows, int columns) {
        return Matrix.of(rows, columns, vector(rows * columns));
    }

    double[] vector(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    Matrix symmetric(int order) {
        Matrix any = matrix(order, order);
        return generated(order, order, (i, j) -> any.at(i, j) + any.at(j, i));
    }

    /// B B^T + 1, whose least eigenvalue is one at least.
    Matrix positiveDefinite(int order) {
        Matrix any = matrix(order, order);
        Matrix gram = product(any, any.transposed());
        return generated(order, order, (i, j) -> gram.at(i, j) + (i == j ? 1 : 0));
    }

    interface Entry {
        double at(int row, int column);
    }

    static Matrix generated(int rows, int columns, Entry entry) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry.at(i / columns, i % columns);
        }
        return Matrix.of(rows, columns, entries);
    }

    static Matrix product(Matrix a, Matrix b) {
        double[] rows = a.entries();
        double[] columns = b.transposed().entries();
        int terms = a.columns();
        return generated(
                a.rows(), b.columns(), (i, j) -> sum(terms, k -> rows[i * terms + k] * columns[j * terms + k]));
    }

    static Cholesky factor(Algebra algebra, Matrix a) {
        assertThat(algebra.cholesky(a)).isInstanceOf(Cholesky.class);
        return (Cholesky) algebra.cholesky(a);
    }

    static double[] product(Matrix a, double[] x) {
        return product(a, column(x)).entries();
    }

    static Matrix column(double[] x) {
        return Matrix.of(x.length, 1, x);
    }

    static Matrix diagonal(double[] values) {
        return generated(values.length, values.length, (i, j) -> i == j ? values[i] : 0);
    }

    static double sum(int terms, IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < terms; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }

    /// The greatest difference of two entries, over the greatest entry of the second matrix.
    static double error(Matrix actual, Matrix expected) {
        double greatest = 0;
        double scale = Double.MIN_NORMAL;
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++) {
                double difference = Math.abs(actual.at(i, j) - expected.at(i, j));
                greatest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(greatest, difference);
                scale = Math.max(scale, Math.abs(expected.at(i, j)));
            }
        }
        return greatest / scale;
    }

    static double error(double[] actual, double[] expected) {
        return error(column(actual), column(expected));
    }
}
