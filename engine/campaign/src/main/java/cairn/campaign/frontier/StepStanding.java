package cairn.campaign.frontier;

import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;

/// How a step stands. Not a state machine: it follows from the results so far.
public sealed interface StepStanding {
    /// Its dependencies are not all done.
    record Waiting() implements StepStanding {}

    /// It can be asked what it needs.
    record Active() implements StepStanding {}

    record Done() implements StepStanding {}

    record Failed(Failure failure) implements StepStanding {}

    /// A step that it depends on, directly or not, failed.
    record Blocked(StepId by) implements StepStanding {}

    /// The word for it in `results.json` and `cairn status`.
    default String word() {
        return switch (this) {
            case Waiting() -> "waiting";
            case Active() -> "running";
            case Done() -> "done";
            case Failed _ -> "failed";
            case Blocked _ -> "blocked";
        };
    }
}
