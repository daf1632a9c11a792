package cairn.campaign.calculation;

import cairn.campaign.step.Failure;
import cairn.cluster.JobId;
import java.util.Optional;

/// Where a calculation stands, with the data that is true there and no other.
public sealed interface CalculationState {
    /// Named by a step; nothing has happened.
    record Planned() implements CalculationState {}

    /// Its next attempt is known: number, token, directory, inputs. Nothing has touched the world yet.
    record Rendered(Attempt attempt) implements CalculationState {}

    /// It is meant to be submitted; whether the scheduler has it is not known.
    record Submitting(Attempt attempt, Intent intent) implements CalculationState {}

    /// The scheduler has it as `job`, not running.
    record Queued(Attempt attempt, Intent intent, JobId job) implements CalculationState {}

    /// It runs as `job`, or so the scheduler believes.
    record Running(Attempt attempt, Intent intent, JobId job) implements CalculationState {}

    /// Its job is over, or is gone; what it left has not been judged yet.
    record Ended(Attempt attempt, Intent intent, Ending ending) implements CalculationState {}

    /// Its parsed result lies in the object store.
    record Done(Attempt attempt, Digest result) implements CalculationState {}

    /// It failed for good, as far as this run of the campaign goes. A new run starts a new attempt.
    record Failed(Attempt attempt, Failure failure) implements CalculationState {}

    /// The last attempt, if there was one.
    default Optional<Attempt> lastAttempt() {
        return switch (this) {
            case Planned() -> Optional.empty();
            case Rendered(Attempt attempt) -> Optional.of(attempt);
            case Submitting(Attempt attempt, var _) -> Optional.of(attempt);
            case Queued(Attempt attempt, var _, var _) -> Optional.of(attempt);
            case Running(Attempt attempt, var _, var _) -> Optional.of(attempt);
            case Ended(Attempt attempt, var _, var _) -> Optional.of(attempt);
            case Done(Attempt attempt, var _) -> Optional.of(attempt);
            case Failed(Attempt attempt, var _) -> Optional.of(attempt);
        };
    }

    /// Whether a job of it may exist, or waits to be judged.
    default boolean isLive() {
        return switch (this) {
            case Planned _, Rendered _, Done _, Failed _ -> false;
            case Submitting _, Queued _, Running _, Ended _ -> true;
        };
    }

    /// The word for it in a status line and in the journal of a human: `queued`.
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
