package cairn.codes.meam;

/// Sums the atomic densities around all atoms (package equation 4).
///
/// An atom has twenty moments: the sum of w a_0; of w a_1 u (x, y, z); of w a_2 u u (xx, xy, xz, yy, yz, zz);
/// of w a_3 u u u (xxx, xxy, xxz, xyy, xyz, xzz, yyy, yyz, yzz, zzz).
final class DensityKernel {
    static final int MOMENTS = 20;

    private final MeamPotential potential;

    DensityKernel(MeamPotential potential) {
        this.potential = potential;
    }

    /// Adds to `moments`, which start at zero, and leaves the atomic densities in the bonds.
    void sum(int[] kind, Surroundings around, Bonds bonds, double[] moments) {
        for (int bond = 0; bond < bonds.count; bond++) {
            int entry = bonds.entry[bond];
            int i = bonds.from[bond];
            int j = around.atom[entry];
            double r = Math.sqrt(around.squared[entry]);
            double x = around.x[entry] / r;
            double y = around.y[entry] / r;
            double z = around.z[entry] / r;
            double w = bonds.weight[bond];
            double[] a = bonds.densities;
            int b = 8 * bond;
            fillDensities(kind[i], r, a, b);
            if (kind[i] == kind[j]) {
                System.arraycopy(a, b, a, b + 4, 4);
            } else {
                fillDensities(kind[j], r, a, b + 4);
            }
            add(moments, MOMENTS * i, w * a[b + 4], w * a[b + 5], w * a[b + 6], w * a[b + 7], x, y, z);
            add(moments, MOMENTS * j, w * a[b], w * a[b + 1], w * a[b + 2], w * a[b + 3], -x, -y, -z);
        }
    }

    /// a_l(r) = rho0 exp(-beta_l (r / re - 1)).
    private void fillDensities(int kind, double r, double[] densities, int offset) {
        for (int order = 0; order < 4; order++) {
            densities[offset + order] =
                    potential.amplitudes[4 * kind + order] * Math.exp(-potential.decays[4 * kind + order] * r);
        }
    }

    private static void add(
            double[] m, int o, double a0, double a1, double a2, double a3, double x, double y, double z) {
        m[o] += a0;
        m[o + 1] += a1 * x;
        m[o + 2] += a1 * y;
        m[o + 3] += a1 * z;
        double xx = x * x;
        double yy = y * y;
        double zz = z * z;
        m[o + 4] += a2 * xx;
        m[o + 5] += a2 * x * y;
        m[o + 6] += a2 * x * z;
        m[o + 7] += a2 * yy;
        m[o + 8] += a2 * y * z;
        m[o + 9] += a2 * zz;
        double ax = a3 * x;
        double ay = a3 * y;
        double az = a3 * z;
        m[o + 10] += ax * xx;
        m[o + 11] += ay * xx;
        m[o + 12] += az * xx;
        m[o + 13] += ax * yy;
        m[o + 14] += ax * y * z;
        m[o + 15] += ax * zz;
        m[o + 16] += ay * yy;
        m[o + 17] += az * yy;
        m[o + 18] += ay * zz;
        m[o + 19] += az * zz;
    }
}
