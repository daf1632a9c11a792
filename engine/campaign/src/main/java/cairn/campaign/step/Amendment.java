package cairn.campaign.step;

import cairn.codes.correction.Remedy;
import java.util.List;

/// A change of physics that a failure of one step called for, and all steps that it holds for: those whose energies are
/// compared with each other, that step among them.
public record Amendment(StepId cause, List<StepId> steps, Remedy remedy) {
    public Amendment {
        steps = List.copyOf(steps);
        if (!steps.contains(cause)) {
            throw new IllegalArgumentException("an amendment holds for the step that it is made for: " + cause);
        }
    }

    /// In one sentence.
    public String sentence() {
        return "After " + remedy.signature() + " in " + cause + ": " + remedy.sentence() + ", for all of "
                + String.join(", ", steps.stream().map(StepId::value).toList());
    }
}
