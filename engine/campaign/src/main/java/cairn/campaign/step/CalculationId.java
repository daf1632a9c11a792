package cairn.campaign.step;

/// A calculation by its step and its name within the step: `hop/band`.
public record CalculationId(StepId step, String name) {
    public CalculationId {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a calculation name: " + name);
        }
    }

    @Override
    public String toString() {
        return step + "/" + name;
    }
}
