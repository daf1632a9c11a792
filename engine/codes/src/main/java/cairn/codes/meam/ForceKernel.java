package cairn.codes.meam;

import java.util.Arrays;

/// The pair energy, and the forces and strain derivatives of the whole energy (package equations 8 to 10).
final class ForceKernel {
    private final MeamPotential potential;

    /// x, y, z of the force on all atoms, eV/Angstrom.
    private double[] forces = new double[0];

    /// dE/d(strain) xx, yy, zz, yz, xz, xy, eV.
    private final double[] virial = new double[6];

    ForceKernel(MeamPotential potential) {
        this.potential = potential;
    }

    double[] forces() {
        return forces;
    }

    double[] virial() {
        return virial;
    }

    /// The pair energy in eV.
    ///
    /// @param derivatives of the embedding energy with respect to the moments of all atoms
    double apply(int[] kind, Surroundings around, Bonds bonds, double[] derivatives) {
        forces = forces.length == 3 * kind.length ? forces : new double[3 * kind.length];
        Arrays.fill(forces, 0);
        Arrays.fill(virial, 0);
        double energy = 0;
        for (int bond = 0; bond < bonds.count; bond++) {
            energy += apply(bond, kind, around, bonds, derivatives);
        }
        return energy;
    }

    /// All that one bond gives: its own force, which is not central, and the forces on those who screen it.
    private double apply(int bond, int[] kind, Surroundings around, Bonds bonds, double[] m) {
        int entry = bonds.entry[bond];
        int i = bonds.from[bond];
        int j = around.atom[entry];
        double r = Math.sqrt(around.squared[entry]);
        double x = around.x[entry] / r;
        double y = around.y[entry] / r;
        double z = around.z[entry] / r;
        PairTable table = potential.tables[kind[i] * potential.kinds + kind[j]];
        double pair = table.value(r);
        double perWeight = pair;
        double radial = table.slope(r);
        double gx = 0;
        double gy = 0;
        double gz = 0;
        for (int side = 0; side < 2; side++) {
            int o = DensityKernel.MOMENTS * (side == 0 ? i : j);
            int a = 8 * bond + 4 - 4 * side;
            int decay = 4 * (side == 0 ? kind[j] : kind[i]);
            // (8) The density that the one atom gives the other: sum over l of a_l P_l : u^l, with -u for the
            // second atom.
            double sign = 1 - 2 * side;
            double a0 = bonds.densities[a];
            double a1 = bonds.densities[a + 1] * sign;
            double a2 = bonds.densities[a + 2];
            double a3 = bonds.densities[a + 3] * sign;
            double x2 = m[o + 4] * x + m[o + 5] * y + m[o + 6] * z;
            double y2 = m[o + 5] * x + m[o + 7] * y + m[o + 8] * z;
            double z2 = m[o + 6] * x + m[o + 8] * y + m[o + 9] * z;
            double x3 = row(m, o + 10, o + 11, o + 12, o + 13, o + 14, o + 15, x, y, z);
            double y3 = row(m, o + 11, o + 13, o + 14, o + 16, o + 17, o + 18, x, y, z);
            double z3 = row(m, o + 12, o + 14, o + 15, o + 17, o + 18, o + 19, x, y, z);
            double e0 = a0 * m[o];
            double e1 = a1 * (m[o + 1] * x + m[o + 2] * y + m[o + 3] * z);
            double e2 = a2 * (x2 * x + y2 * y + z2 * z);
            double e3 = a3 * (x3 * x + y3 * y + z3 * z);
            // (9) Its derivative along u, and the part across u, from d u / d r_ij = (1 - u u) / r.
            perWeight += e0 + e1 + e2 + e3;
            double[] d = potential.decays;
            radial -= d[decay] * e0 + d[decay + 1] * e1 + d[decay + 2] * e2 + d[decay + 3] * e3;
            radial -= (e1 + 2 * e2 + 3 * e3) / r;
            gx += (a1 * m[o + 1] + 2 * a2 * x2 + 3 * a3 * x3) / r;
            gy += (a1 * m[o + 2] + 2 * a2 * y2 + 3 * a3 * y3) / r;
            gz += (a1 * m[o + 3] + 2 * a2 * z2 + 3 * a3 * z3) / r;
        }
        double weight = bonds.weight[bond];
        double along = weight * radial + bonds.slope[bond] * perWeight;
        pull(i, j, along * x + weight * gx, along * y + weight * gy, along * z + weight * gz, r * x, r * y, r * z);
        pullScreens(bond, 2 * weight * perWeight, around, bonds);
        return weight * pair;
    }

    /// The contraction of a symmetric tensor, given by the places of its components, with u u.
    private static double row(
            double[] m, int xx, int xy, int xz, int yy, int yz, int zz, double x, double y, double z) {
        return m[xx] * x * x + m[yy] * y * y + m[zz] * z * z + 2 * (m[xy] * x * y + m[xz] * x * z + m[yz] * y * z);
    }

    /// (10) dE/d ln S times the derivatives of ln S, along r_ik and along r_jk.
    private void pullScreens(int bond, double strength, Surroundings around, Bonds bonds) {
        int i = bonds.from[bond];
        int ij = bonds.entry[bond];
        int j = around.atom[ij];
        for (int n = bonds.firstScreen[bond]; n < bonds.firstScreen[bond + 1]; n++) {
            int ik = bonds.screen[n];
            int k = around.atom[ik];
            double x = around.x[ik];
            double y = around.y[ik];
            double z = around.z[ik];
            double first = strength * bonds.perFirst[n];
            pull(i, k, first * x, first * y, first * z, x, y, z);
            x -= around.x[ij];
            y -= around.y[ij];
            z -= around.z[ij];
            double second = strength * bonds.perSecond[n];
            pull(j, k, second * x, second * y, second * z, x, y, z);
        }
    }

    /// Adds the force and the virial of an energy with gradient g with respect to the vector d from one to other.
    private void pull(int one, int other, double gx, double gy, double gz, double dx, double dy, double dz) {
        double[] f = forces;
        f[3 * one] += gx;
        f[3 * one + 1] += gy;
        f[3 * one + 2] += gz;
        f[3 * other] -= gx;
        f[3 * other + 1] -= gy;
        f[3 * other + 2] -= gz;
        virial[0] += gx * dx;
        virial[1] += gy * dy;
        virial[2] += gz * dz;
        virial[3] += 0.5 * (gy * dz + gz * dy);
        virial[4] += 0.5 * (gx * dz + gz * dx);
        virial[5] += 0.5 * (gx * dy + gy * dx);
    }
}
