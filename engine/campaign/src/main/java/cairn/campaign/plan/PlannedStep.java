package cairn.campaign.plan;

import cairn.campaign.language.Resolved;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import java.util.List;
import java.util.function.Supplier;

/// A step, the steps it uses, and where each of its settings comes from.
public final class PlannedStep {
    private final Step step;
    private final List<StepId> uses;
    private final Supplier<List<Resolved>> settings;

    PlannedStep(Step step, List<StepId> uses, Supplier<List<Resolved>> settings) {
        this.step = step;
        this.uses = List.copyOf(uses);
        this.settings = settings;
    }

    public Step step() {
        return step;
    }

    public StepId id() {
        return step.id();
    }

    public List<StepId> uses() {
        return uses;
    }

    /// Computed when asked for: a plan of 100,000 steps is shown a page at a time.
    public List<Resolved> settings() {
        return settings.get();
    }

    @Override
    public String toString() {
        return step.kind() + " " + id();
    }
}
