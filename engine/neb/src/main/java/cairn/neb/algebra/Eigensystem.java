package cairn.neb.algebra;

import java.util.stream.DoubleStream;

/// The eigenvalues of a symmetric matrix, from the least to the greatest, and its orthonormal eigenvectors.
public final class Eigensystem {
    private final double[] values;
    private final Matrix vectors;

    private Eigensystem(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /// Takes the array over; the vectors are the columns.
    static Eigensystem of(double[] values, Matrix vectors) {
        if (DoubleStream.of(values).anyMatch(Double::isNaN)) {
            throw noConvergence();
        }
        return new Eigensystem(values, vectors);
    }

    static ArithmeticException noConvergence() {
        return new ArithmeticException("the eigenvalues do not converge: is every entry finite?");
    }

    public int order() {
        return values.length;
    }

    public double value(int index) {
        return values[index];
    }

    public double[] values() {
        return values.clone();
    }

    /// V: column k is the eigenvector of value k, up to its sign.
    public Matrix vectors() {
        return vectors;
    }
}
