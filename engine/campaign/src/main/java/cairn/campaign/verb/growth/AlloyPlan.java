package cairn.campaign.verb.growth;

import cairn.campaign.work.order.Insertion;
import cairn.neb.dynamics.DynamicsSettings;
import cairn.neb.dynamics.Ensemble.ConstantPressure;
import cairn.neb.dynamics.Ensemble.ConstantTemperature;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Element;

/// How an alloy is grown.
public record AlloyPlan(Growth growth, Samples samples, Shaking shaking, RelaxSettings relax) {
    /// Velocities and volume come to rest within so many timesteps.
    private static final double BATH_STEPS = 25;

    /// Which atoms are put in: until there are so many for each atom of the host, a few at a time.
    public record Growth(Element element, double perHostAtom, int atATime) {
        int atoms(int hostAtoms) {
            return (int) Math.max(1, Math.round(perHostAtom * hostAtoms));
        }
    }

    /// How often it is done, with random numbers from a seed.
    public record Samples(int count, long seed) {}

    /// The molecular dynamics after each insertion: temperature in K, times in fs.
    public record Shaking(double temperature, double duration, double timestep) {}

    int steps() {
        return (int) Math.round(shaking.duration() / shaking.timestep());
    }

    Insertion insertion(int count, double volumePerAtom) {
        return new Insertion(growth.element(), count, volumePerAtom);
    }

    /// Of one sample, when so many atoms have been put in: no two runs draw the same numbers.
    DynamicsSettings dynamics(int sample, int inserted) {
        ConstantTemperature bath = new ConstantTemperature(shaking.temperature(), BATH_STEPS * shaking.timestep());
        long seed = (samples.seed() * 1_000L + sample) * 1_000_000L + inserted;
        return new DynamicsSettings(
                new ConstantPressure(bath, 0, BATH_STEPS * shaking.timestep()), shaking.timestep(), steps(), seed);
    }
}
