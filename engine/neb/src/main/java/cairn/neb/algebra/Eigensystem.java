package cairn.neb.algebra;

/// The eigenvalues of a symmetric matrix, from the least to the greatest, and its orthonormal eigenvectors.
public final class Eigensystem {
    private final double[] values;
    private final Matrix vectors;

    /// Takes the array over; the vectors are the columns.
    Eigensystem(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
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
