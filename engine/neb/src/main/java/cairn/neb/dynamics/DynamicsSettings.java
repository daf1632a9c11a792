package cairn.neb.dynamics;

/// How a run of molecular dynamics goes: so many steps of a timestep (fs), with random numbers from a seed.
public record DynamicsSettings(Ensemble ensemble, double timestep, int steps, long seed) {
    public DynamicsSettings {
        if (!(timestep > 0) || steps < 0) {
            throw new IllegalArgumentException(
                    "a timestep is positive and no number of steps negative, got " + timestep + " and " + steps);
        }
    }
}
