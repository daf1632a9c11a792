package cairn.neb.dynamics;

import static cairn.neb.dynamics.Physics.EV_PER_AMU_ANG2_PER_FS2;
import static cairn.structure.Units.EV_PER_KELVIN;

import cairn.structure.Forces;
import cairn.structure.Positions;
import java.util.random.RandomGenerator;

/// Velocities of all atoms, in Angstrom/fs.
final class Velocities {
    private final Masses masses;
    private final double[] components;

    private Velocities(Masses masses, double[] components) {
        this.masses = masses;
        this.components = components;
    }

    /// Drawn from the Maxwell-Boltzmann distribution, without a motion as a whole, and scaled to exactly the
    /// temperature.
    static Velocities at(double temperature, Masses masses, RandomGenerator random) {
        double[] components = new double[3 * masses.count()];
        for (int i = 0; i < components.length; i++) {
            double width = Math.sqrt(EV_PER_KELVIN * temperature / (masses.of(i / 3) * EV_PER_AMU_ANG2_PER_FS2));
            components[i] = width * random.nextGaussian();
        }
        Velocities drawn = new Velocities(masses, components).withoutDrift();
        return drawn.temperature() > 0 ? drawn.times(Math.sqrt(temperature / drawn.temperature())) : drawn;
    }

    private Velocities withoutDrift() {
        if (!masses.isDriftFree()) {
            return this;
        }
        double[] momentum = new double[3];
        double mass = 0;
        for (int atom = 0; atom < masses.count(); atom++) {
            mass += masses.of(atom);
            for (int axis = 0; axis < 3; axis++) {
                momentum[axis] += masses.of(atom) * components[3 * atom + axis];
            }
        }
        double[] still = components.clone();
        for (int i = 0; i < still.length; i++) {
            still[i] -= momentum[i % 3] / mass;
        }
        return new Velocities(masses, still);
    }

    /// After the forces have acted for a time (fs).
    Velocities kicked(Forces forces, double time) {
        double[] force = forces.toArray();
        double[] kicked = components.clone();
        for (int i = 0; i < kicked.length; i++) {
            kicked[i] += time * force[i] / (masses.of(i / 3) * EV_PER_AMU_ANG2_PER_FS2);
        }
        return new Velocities(masses, kicked);
    }

    Velocities times(double factor) {
        double[] scaled = components.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Velocities(masses, scaled);
    }

    /// Where the atoms are after a time (fs).
    Positions drift(Positions from, double time) {
        double[] moved = from.toArray();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += time * components[i];
        }
        return Positions.of(moved);
    }

    /// In eV.
    double kineticEnergy() {
        double twice = 0;
        for (int i = 0; i < components.length; i++) {
            // Those of fixed atoms are zero, and their masses infinite.
            twice += components[i] == 0 ? 0 : masses.of(i / 3) * components[i] * components[i];
        }
        return twice / 2 * EV_PER_AMU_ANG2_PER_FS2;
    }

    /// In K; 0 where nothing can move.
    double temperature() {
        int degrees = masses.degreesOfFreedom();
        return degrees > 0 ? 2 * kineticEnergy() / (degrees * EV_PER_KELVIN) : 0;
    }
}
