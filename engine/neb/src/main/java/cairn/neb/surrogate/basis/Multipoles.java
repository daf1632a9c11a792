package cairn.neb.surrogate.basis;

/// Monopole, dipole and quadrupole of the density that an atom's neighbours make around it, ten numbers in a row:
/// sum g; sum g n; sum g (n n - 1/3) as xx, yy, zz, xy, xz, yz, with n the direction to a neighbour.
final class Multipoles {
    static final int WIDTH = 10;
    /// Orders: monopole, dipole, quadrupole.
    static final int ORDERS = 3;

    private Multipoles() {}

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

    /// Adds to `sums`, from `to` on, the scalar products of two multipoles, order by order, which no rotation changes.
    static void addProducts(double[] m, int a, int b, double[] sums, int to) {
        sums[to] += m[a] * m[b];
        sums[to + 1] += m[a + 1] * m[b + 1] + m[a + 2] * m[b + 2] + m[a + 3] * m[b + 3];
        sums[to + 2] += m[a + 4] * m[b + 4]
                + m[a + 5] * m[b + 5]
                + m[a + 6] * m[b + 6]
                + 2 * (m[a + 7] * m[b + 7] + m[a + 8] * m[b + 8] + m[a + 9] * m[b + 9]);
    }

    /// Adds one multipole to another with a weight for each order.
    static void add(double[] weights, int weight, double[] poles, int from, double[] sums, int to) {
        double monopole = weights[weight];
        double dipole = weights[weight + 1];
        double quadrupole = weights[weight + 2];
        sums[to] += monopole * poles[from];
        sums[to + 1] += dipole * poles[from + 1];
        sums[to + 2] += dipole * poles[from + 2];
        sums[to + 3] += dipole * poles[from + 3];
        sums[to + 4] += quadrupole * poles[from + 4];
        sums[to + 5] += quadrupole * poles[from + 5];
        sums[to + 6] += quadrupole * poles[from + 6];
        sums[to + 7] += quadrupole * poles[from + 7];
        sums[to + 8] += quadrupole * poles[from + 8];
        sums[to + 9] += quadrupole * poles[from + 9];
    }

    /// The scalar product of all orders of one multipole with another's.
    static double product(double[] m, int a, double[] other, int b) {
        double sum = 0;
        for (int q = 0; q < WIDTH; q++) {
            sum += (q < 7 ? 1 : 2) * m[a + q] * other[b + q];
        }
        return sum;
    }

    /// How a neighbour in the direction n, at distance r, that counts g with this slope, changes when it moves the
    /// products of its own multipoles with those at `at`: adds to v what all orders together change by.
    ///
    /// d(g n_a)/dx_b = g' n_a n_b + g/r (1 - n n)_ab, and
    /// d(g n_a n_b)/dx_c = g' n_a n_b n_c + g/r (1_ac n_b + n_a 1_bc - 2 n_a n_b n_c).
    static void addSlope(double[] m, int at, double g, double slope, double r, double[] n, double[] v) {
        double qx = m[at + 4] * n[0] + m[at + 7] * n[1] + m[at + 8] * n[2];
        double qy = m[at + 7] * n[0] + m[at + 5] * n[1] + m[at + 9] * n[2];
        double qz = m[at + 8] * n[0] + m[at + 9] * n[1] + m[at + 6] * n[2];
        double dipole = m[at + 1] * n[0] + m[at + 2] * n[1] + m[at + 3] * n[2];
        double quadrupole = qx * n[0] + qy * n[1] + qz * n[2];
        double trace = (m[at + 4] + m[at + 5] + m[at + 6]) / 3;
        double across = g / r;
        double radial = slope * (m[at] + dipole + quadrupole - trace) - across * (dipole + 2 * quadrupole);
        v[0] += radial * n[0] + across * (m[at + 1] + 2 * qx);
        v[1] += radial * n[1] + across * (m[at + 2] + 2 * qy);
        v[2] += radial * n[2] + across * (m[at + 3] + 2 * qz);
    }

    /// The same for one order after another, each in three numbers of `v`.
    static void slopes(double[] m, int at, double g, double slope, double r, double[] n, double[] v) {
        double qx = m[at + 4] * n[0] + m[at + 7] * n[1] + m[at + 8] * n[2];
        double qy = m[at + 7] * n[0] + m[at + 5] * n[1] + m[at + 9] * n[2];
        double qz = m[at + 8] * n[0] + m[at + 9] * n[1] + m[at + 6] * n[2];
        double dipole = m[at + 1] * n[0] + m[at + 2] * n[1] + m[at + 3] * n[2];
        double quadrupole = qx * n[0] + qy * n[1] + qz * n[2];
        double trace = (m[at + 4] + m[at + 5] + m[at + 6]) / 3;
        double across = g / r;
        for (int axis = 0; axis < 3; axis++) {
            v[axis] = slope * m[at] * n[axis];
            v[3 + axis] = (slope - across) * dipole * n[axis] + across * m[at + 1 + axis];
            v[6 + axis] = (slope * (quadrupole - trace) - 2 * across * quadrupole) * n[axis];
        }
        v[6] += 2 * across * qx;
        v[7] += 2 * across * qy;
        v[8] += 2 * across * qz;
    }
}
