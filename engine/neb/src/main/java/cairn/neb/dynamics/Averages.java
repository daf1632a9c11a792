package cairn.neb.dynamics;

/// Means over steps of a run: temperature (K), kinetic and potential energy together (eV), volume (Angstrom^3).
public record Averages(int steps, double temperature, double energy, double volume) {
    static final Averages NONE = new Averages(0, 0, 0, 0);

    /// What one step adds.
    record Sample(double temperature, double energy, double volume) {}

    Averages with(Sample sample) {
        int more = steps + 1;
        return new Averages(
                more,
                temperature + (sample.temperature() - temperature) / more,
                energy + (sample.energy() - energy) / more,
                volume + (sample.volume() - volume) / more);
    }
}
