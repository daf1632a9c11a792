package cairn.neb.dynamics;

import static cairn.structure.Units.EV_PER_KELVIN;

import cairn.structure.Units;
import java.util.random.RandomGenerator;

/// Stochastic cell rescaling: Bernetti and Bussi, J. Chem. Phys. 153, 114107 (2020). It samples the isothermal-isobaric
/// distribution, which Berendsen's barostat does not.
final class Barostat {
    /// The compressibility that sets the pace, and nothing else: 1/(50 GPa) in Angstrom^3/eV, between those of silicon
    /// (98 GPa) and of lithium (12 GPa).
    private static final double COMPRESSIBILITY = Units.GPA_PER_EV_ANGSTROM3 / 50;

    /// No step changes the logarithm of the volume by more: a start far from rest must not tear the cell.
    private static final double LARGEST = 0.05;

    private Barostat() {}

    /// By how much the logarithm of the volume changes in a timestep: Eq. (7), without the anisotropic part.
    static double expansion(
            double timestep,
            Ensemble.ConstantPressure ensemble,
            double pressure,
            double volume,
            RandomGenerator random) {
        double pace = COMPRESSIBILITY * timestep / ensemble.time();
        double drift = pace * (pressure - ensemble.pressure());
        double noise = Math.sqrt(2 * EV_PER_KELVIN * ensemble.temperature() * pace / volume);
        return Math.clamp(drift + noise * random.nextGaussian(), -LARGEST, LARGEST);
    }
}
