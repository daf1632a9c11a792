package cairn.campaign.step;

import cairn.codes.correction.Remedy;
import tools.jackson.databind.node.ObjectNode;

/// What the parser says of an ended job.
public sealed interface Outcome {
    record Done(ObjectNode result) implements Outcome {}

    /// The output stops before its end: try again from what is there, as a new attempt.
    record Incomplete(String why) implements Outcome {}

    /// The science failed, and a change of physics would mend it, which the workflow allows.
    record Amendable(Failure failure, Remedy remedy) implements Outcome {}

    /// The job stopped in time, as its walltime ended: a new attempt goes on from what it left.
    record OutOfTime(String why) implements Outcome {}

    /// The science failed: trying again unchanged would fail again.
    record Failed(Failure failure) implements Outcome {}
}
