package cairn.neb.surrogate;

/// Monopole, dipole and quadrupole of the density that an atom's neighbours make around it, ten numbers in a row:
/// sum g; sum g n; sum g (n n - 1/3) as xx, yy, zz, xy, xz, yz, with n the direction to a neighbour.
final class Multipoles {
    static final int WIDTH = 10;
    /// Orders: monopole, dipole, quadrupole.
    static final int ORDERS = 3;

    private static final int[] BEGIN = {0, 1, 4, 10};

    private Multipoles() {}

    /// Where the numbers of one order begin; those of the next order begin where they end.
    static int begin(int order) {
        return BEGIN[order];
    }

    /// Adds a neighbour in the direction n that counts g.
    static void add(double[] poles, int at, double g, double nx, double ny, double nz) {
        poles[at] += g;
        poles[at + 1] += g * nx;
        poles[at + 2] += g * ny;
        poles[at + 3] += g * nz;
        poles[at + 4] += g * (nx * nx - 1.0 / 3);
        poles[at + 5] += g * (ny * ny - 1.0 / 3);
        poles[at + 6] += g * (nz * nz - 1.0 / 3);
        poles[at + 7] += g * nx * ny;
        poles[at + 8] += g * nx * nz;
        poles[at + 9] += g * ny * nz;
    }

    /// The scalar product of two multipoles of one order, which no rotation changes.
    static double product(double[] m, int a, int b, int order) {
        return switch (order) {
            case 0 -> m[a] * m[b];
            case 1 -> m[a + 1] * m[b + 1] + m[a + 2] * m[b + 2] + m[a + 3] * m[b + 3];
            default ->
                m[a + 4] * m[b + 4]
                        + m[a + 5] * m[b + 5]
                        + m[a + 6] * m[b + 6]
                        + 2 * (m[a + 7] * m[b + 7] + m[a + 8] * m[b + 8] + m[a + 9] * m[b + 9]);
        };
    }

    /// Adds to v what one neighbour at distance r contributes to the derivative, with respect to its position, of the
    /// product of its own monopole with the one at `at`.
    static void monopoleSlope(double[] m, int at, double slope, double[] n, double[] v) {
        for (int axis = 0; axis < 3; axis++) {
            v[axis] += m[at] * slope * n[axis];
        }
    }

    /// The same for dipoles: d(g n_a)/dx_b = g' n_a n_b + g/r (1 - n n)_ab.
    static void dipoleSlope(double[] m, int at, double g, double slope, double r, double[] n, double[] v) {
        double along = m[at + 1] * n[0] + m[at + 2] * n[1] + m[at + 3] * n[2];
        double across = g / r;
        for (int axis = 0; axis < 3; axis++) {
            v[axis] += (slope - across) * along * n[axis] + across * m[at + 1 + axis];
        }
    }

    /// The same for quadrupoles: d(g n_a n_b)/dx_c = g' n_a n_b n_c + g/r (1_ac n_b + n_a 1_bc - 2 n_a n_b n_c).
    static void quadrupoleSlope(double[] m, int at, double g, double slope, double r, double[] n, double[] v) {
        double qx = m[at + 4] * n[0] + m[at + 7] * n[1] + m[at + 8] * n[2];
        double qy = m[at + 7] * n[0] + m[at + 5] * n[1] + m[at + 9] * n[2];
        double qz = m[at + 8] * n[0] + m[at + 9] * n[1] + m[at + 6] * n[2];
        double along = qx * n[0] + qy * n[1] + qz * n[2];
        double trace = (m[at + 4] + m[at + 5] + m[at + 6]) / 3;
        double across = 2 * g / r;
        double radial = slope * (along - trace) - across * along;
        v[0] += radial * n[0] + across * qx;
        v[1] += radial * n[1] + across * qy;
        v[2] += radial * n[2] + across * qz;
    }
}
