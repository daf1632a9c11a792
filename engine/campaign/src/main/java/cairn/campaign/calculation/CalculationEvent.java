package cairn.campaign.calculation;

import cairn.campaign.step.Failure;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.time.Instant;

/// What can happen to a calculation.
public sealed interface CalculationEvent {
    /// A new attempt is known, and why there is one.
    record Prepared(int number, Token token, String directory, Inputs inputs, String why) implements CalculationEvent {}

    /// An earlier attempt had these very inputs: its result counts again.
    record Reused(Inputs inputs, Digest result) implements CalculationEvent {}

    /// From now on the attempt may be submitted at any moment: journaled before anything is done.
    record SubmitIntended(Instant at) implements CalculationEvent {}

    record Accepted(JobId job) implements CalculationEvent {}

    /// The scheduler said no, in words that mean that no job exists.
    record Rejected(Failure failure) implements CalculationEvent {}

    /// The scheduler takes no more jobs for now: this submit made none, and does not count.
    record TurnedAway(String reason) implements CalculationEvent {}

    /// The submit had no answer that can be believed.
    record Unclear(String reason) implements CalculationEvent {}

    /// The scheduler's word changed; found by its token after an unclear submit, this adopts the job.
    record Observed(JobId job, JobState state, String raw) implements CalculationEvent {}

    /// Every source was asked often and long enough, and none knows the token.
    record Vanished() implements CalculationEvent {}

    /// The job is to be ended: by the user, or because it cannot go on.
    record CancelAsked(Failure why) implements CalculationEvent {}

    /// The sentinel is verified and the parser is content: its result is stored.
    record Finished(Digest result) implements CalculationEvent {}

    /// Another attempt, with the same inputs, goes on from where the last one stopped.
    record Again(Cause cause, String why, Token token, String directory, Headway headway) implements CalculationEvent {}

    /// No further attempt in this run of the campaign.
    record GaveUp(Failure failure) implements CalculationEvent {}
}
