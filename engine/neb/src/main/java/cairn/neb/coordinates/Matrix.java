package cairn.neb.coordinates;

/// A 3 x 3 matrix, row by row.
public final class Matrix {
    /// The iteration doubles its digits with each step once it is near; strains of cells are near.
    private static final int ROTATION_STEPS = 30;

    private final double[] m;

    private Matrix(double[] rows) {
        this.m = rows;
    }

    public static Matrix of(double... rows) {
        return new Matrix(rows.clone());
    }

    public double[] toArray() {
        return m.clone();
    }

    public Matrix transposed() {
        return of(m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]);
    }

    /// The largest difference between two components that would be equal if this were symmetric.
    public double asymmetry() {
        return Math.max(Math.abs(m[1] - m[3]), Math.max(Math.abs(m[2] - m[6]), Math.abs(m[5] - m[7])));
    }

    /// The rotation in this matrix, the nearest orthogonal one, by Newton's iteration: Higham, SIAM J. Sci. Stat.
    /// Comput. 7, 1160 (1986), algorithm Polar.
    public Matrix rotation() {
        Matrix rotation = this;
        for (int step = 0; step < ROTATION_STEPS; step++) {
            rotation = rotation.meanWith(rotation.inverse().transposed());
        }
        return rotation;
    }

    public Matrix meanWith(Matrix other) {
        double[] mean = new double[9];
        for (int i = 0; i < 9; i++) {
            mean[i] = 0.5 * (m[i] + other.m[i]);
        }
        return new Matrix(mean);
    }

    public Matrix plusIdentity() {
        return of(m[0] + 1, m[1], m[2], m[3], m[4] + 1, m[5], m[6], m[7], m[8] + 1);
    }

    public Matrix minusIdentity() {
        return of(m[0] - 1, m[1], m[2], m[3], m[4] - 1, m[5], m[6], m[7], m[8] - 1);
    }

    /// (this + its transpose) / 2, exactly symmetric.
    public Matrix symmetric() {
        double xy = 0.5 * (m[1] + m[3]);
        double xz = 0.5 * (m[2] + m[6]);
        double yz = 0.5 * (m[5] + m[7]);
        return of(m[0], xy, xz, xy, m[4], yz, xz, yz, m[8]);
    }

    public Matrix times(Matrix other) {
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
    public double[] appliedToEach(double[] vectors) {
        double[] applied = new double[vectors.length];
        for (int i = 0; i < vectors.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                applied[i + row] =
                        m[3 * row] * vectors[i] + m[3 * row + 1] * vectors[i + 1] + m[3 * row + 2] * vectors[i + 2];
            }
        }
        return applied;
    }

    public double determinant() {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    public Matrix inverse() {
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
