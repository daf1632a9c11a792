package cairn.neb.relax;

/// A 3 x 3 matrix, row by row.
final class Matrix {
    private final double[] m;

    private Matrix(double[] rows) {
        this.m = rows;
    }

    static Matrix of(double... rows) {
        return new Matrix(rows.clone());
    }

    double[] toArray() {
        return m.clone();
    }

    Matrix plusIdentity() {
        return of(m[0] + 1, m[1], m[2], m[3], m[4] + 1, m[5], m[6], m[7], m[8] + 1);
    }

    /// (this + its transpose) / 2, exactly symmetric.
    Matrix symmetric() {
        double xy = 0.5 * (m[1] + m[3]);
        double xz = 0.5 * (m[2] + m[6]);
        double yz = 0.5 * (m[5] + m[7]);
        return of(m[0], xy, xz, xy, m[4], yz, xz, yz, m[8]);
    }

    Matrix times(Matrix other) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[3 * row + column] = m[3 * row] * other.m[column]
                        + m[3 * row + 1] * other.m[3 + column]
                        + m[3 * row + 2] * other.m[6 + column];
            }
        }
        return new Matrix(product);
    }

    /// This matrix times each vector of a sequence x, y, z, x, y, z and so on.
    double[] appliedToEach(double[] vectors) {
        double[] applied = new double[vectors.length];
        for (int i = 0; i < vectors.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                applied[i + row] =
                        m[3 * row] * vectors[i] + m[3 * row + 1] * vectors[i + 1] + m[3 * row + 2] * vectors[i + 2];
            }
        }
        return applied;
    }

    double determinant() {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    Matrix inverse() {
        double determinant = determinant();
        double[] adjugate = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        for (int i = 0; i < 9; i++) {
            adjugate[i] /= determinant;
        }
        return new Matrix(adjugate);
    }
}
