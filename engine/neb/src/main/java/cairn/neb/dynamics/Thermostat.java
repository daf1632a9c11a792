package cairn.neb.dynamics;

import static cairn.structure.Units.EV_PER_KELVIN;

import java.util.random.RandomGenerator;

/// Stochastic velocity rescaling: Bussi, Donadio and Parrinello, J. Chem. Phys. 126, 014101 (2007). It samples the
/// canonical distribution, which plain rescaling does not.
final class Thermostat {
    private Thermostat() {}

    /// The velocities after a timestep in the bath: Eq. (A7).
    static Velocities after(
            double timestep,
            Ensemble.ConstantTemperature bath,
            Velocities velocities,
            int degreesOfFreedom,
            RandomGenerator random) {
        double kinetic = velocities.kineticEnergy();
        if (!(kinetic > 0)) {
            return velocities;
        }
        double kept = Math.exp(-timestep / bath.time());
        double one = random.nextGaussian();
        double each = EV_PER_KELVIN * bath.temperature() / (2 * kinetic);
        double squared = kept
                + each * (1 - kept) * (one * one + sumOfSquares(degreesOfFreedom - 1, random))
                + 2 * one * Math.sqrt(kept * each * (1 - kept));
        return velocities.times(Math.sqrt(squared));
    }

    private static double sumOfSquares(int count, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double gaussian = random.nextGaussian();
            sum += gaussian * gaussian;
        }
        return sum;
    }
}
