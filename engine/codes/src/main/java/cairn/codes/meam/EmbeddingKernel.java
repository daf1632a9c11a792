package cairn.codes.meam;

import java.util.Arrays;

/// The embedding energy of all atoms in the density around them (package equations 5 to 7).
final class EmbeddingKernel {
    private final MeamPotential potential;

    EmbeddingKernel(MeamPotential potential) {
        this.potential = potential;
    }

    /// The energy in eV; turns the moments of every atom into the derivatives of the energy with respect to them,
    /// for a tensor the symmetric one that is contracted with u u or u u u.
    double embed(int[] kind, double[] moments) {
        double energy = 0;
        for (int i = 0; i < kind.length; i++) {
            energy += embed(kind[i], moments, DensityKernel.MOMENTS * i);
        }
        return energy;
    }

    private double embed(int kind, double[] m, int o) {
        double zeroth = m[o];
        if (zeroth <= 0) {
            return 0;
        }
        double t1 = potential.weights[3 * kind];
        double t2 = potential.weights[3 * kind + 1];
        double t3 = potential.weights[3 * kind + 2];
        // (5) Gamma = sum of t_l (rho_l / rho_0)^2.
        double sum = t1 * firstSquared(m, o + 1) + t2 * secondSquared(m, o + 4) + t3 * thirdSquared(m, o + 10);
        double gamma = sum / (zeroth * zeroth);
        // (6) x = rho_0 G(Gamma) / background, G = 2 / (1 + exp(-Gamma)).
        double shape = MeamElement.shape(gamma);
        double shapeSlope = shape * (2 - shape) / 2;
        double x = zeroth * shape / potential.background[kind];
        if (x <= 0) {
            Arrays.fill(m, o, o + DensityKernel.MOMENTS, 0);
            return 0;
        }
        // (7) F = A Ec x ln x.
        double logarithm = Math.log(x);
        double slope = potential.embedding[kind] * (1 + logarithm) / potential.background[kind];
        m[o] = slope * (shape - 2 * gamma * shapeSlope);
        double perSquare = 2 * slope * shapeSlope / zeroth;
        scaleFirst(m, o + 1, t1 * perSquare);
        scaleSecond(m, o + 4, t2 * perSquare);
        scaleThird(m, o + 10, t3 * perSquare);
        return potential.embedding[kind] * x * logarithm;
    }

    private static double firstSquared(double[] m, int o) {
        return m[o] * m[o] + m[o + 1] * m[o + 1] + m[o + 2] * m[o + 2];
    }

    /// The square of the traceless part.
    private static double secondSquared(double[] m, int o) {
        double trace = m[o] + m[o + 3] + m[o + 5];
        double diagonal = m[o] * m[o] + m[o + 3] * m[o + 3] + m[o + 5] * m[o + 5];
        double rest = m[o + 1] * m[o + 1] + m[o + 2] * m[o + 2] + m[o + 4] * m[o + 4];
        return diagonal + 2 * rest - trace * trace / 3;
    }

    /// The square of the traceless part.
    private static double thirdSquared(double[] m, int o) {
        double x = m[o] + m[o + 3] + m[o + 5];
        double y = m[o + 1] + m[o + 6] + m[o + 8];
        double z = m[o + 2] + m[o + 7] + m[o + 9];
        double diagonal = m[o] * m[o] + m[o + 6] * m[o + 6] + m[o + 9] * m[o + 9];
        double twice = m[o + 1] * m[o + 1] + m[o + 2] * m[o + 2] + m[o + 3] * m[o + 3];
        double twiceMore = m[o + 5] * m[o + 5] + m[o + 7] * m[o + 7] + m[o + 8] * m[o + 8];
        double all = m[o + 4] * m[o + 4];
        return diagonal + 3 * (twice + twiceMore) + 6 * all - 0.6 * (x * x + y * y + z * z);
    }

    private static void scaleFirst(double[] m, int o, double factor) {
        for (int n = 0; n < 3; n++) {
            m[o + n] *= factor;
        }
    }

    private static void scaleSecond(double[] m, int o, double factor) {
        double third = (m[o] + m[o + 3] + m[o + 5]) / 3;
        m[o] -= third;
        m[o + 3] -= third;
        m[o + 5] -= third;
        for (int n = 0; n < 6; n++) {
            m[o + n] *= factor;
        }
    }

    private static void scaleThird(double[] m, int o, double factor) {
        double x = (m[o] + m[o + 3] + m[o + 5]) / 5;
        double y = (m[o + 1] + m[o + 6] + m[o + 8]) / 5;
        double z = (m[o + 2] + m[o + 7] + m[o + 9]) / 5;
        m[o] -= 3 * x;
        m[o + 1] -= y;
        m[o + 2] -= z;
        m[o + 3] -= x;
        m[o + 5] -= x;
        m[o + 6] -= 3 * y;
        m[o + 7] -= z;
        m[o + 8] -= y;
        m[o + 9] -= 3 * z;
        for (int n = 0; n < 10; n++) {
            m[o + n] *= factor;
        }
    }
}
