package cairn.campaign.news;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.codes.correction.Remedy;
import tools.jackson.databind.node.ObjectNode;

/// What a campaign tells whoever watches it run.
public sealed interface News {
    record Moved(CalculationId id, CalculationEvent event, CalculationState now) implements News {}

    /// A job has changed its numerics.
    record Corrected(CalculationId id, Remedy remedy) implements News {}

    /// The physics of some steps is another from now on: they are computed anew.
    record Amended(Amendment amendment) implements News {}

    /// What a step knows before it is done, as [cairn.campaign.step.Step#progress] has it.
    record Known(StepId step, ObjectNode progress) implements News {}

    record StepDone(StepId step, StepResult result) implements News {}

    record StepFailed(StepId step, Failure failure) implements News {}

    /// The step can never run, because `by` failed.
    record StepBlocked(StepId step, StepId by) implements News {}

    /// Something in the world is in the way; nothing is lost, it is tried again.
    record Trouble(String message) implements News {}

    /// Hears the news.
    interface Listener {
        void hear(News news);
    }
}
