package cairn.campaign.view;

import cairn.campaign.calculation.CalculationState;
import cairn.campaign.frontier.StepStanding;
import cairn.campaign.journal.Owner;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.cluster.JobId;
import cairn.codes.correction.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A campaign as a reader sees it: what `status`, `why` and `report` show. Made from the journal and the plan alone,
/// at any time, while another process drives the campaign or while none does.
public record CampaignView(Driven driven, List<StepView> steps) {
    public CampaignView {
        steps = List.copyOf(steps);
    }

    /// Who drives it.
    public sealed interface Driven {
        /// It has never been run.
        record Never() implements Driven {}

        /// `owner` opened it last; whether that process still lives is not known from the journal, unless it
        /// `hasLeft` in an orderly way.
        record Last(Owner owner, Instant since, boolean hasLeft) implements Driven {}
    }

    /// One step. Its result is there when it is done; its `progress` while it runs and knows something already, or
    /// if it knew something when it failed: numbers under the keys that its result has, and `rounds_left` if it can
    /// say.
    /// `amendments` are the changes of physics that it is computed with.
    public record StepView(
            StepId id,
            String kind,
            StepStanding standing,
            Optional<StepResult> result,
            Optional<ObjectNode> progress,
            List<CalculationView> calculations,
            List<Amendment> amendments) {
        public StepView {
            amendments = List.copyOf(amendments);
            calculations = List.copyOf(calculations);
        }
    }

    /// One calculation, with the jobs that its attempts had and all that happened to it, oldest first.
    /// `corrections` are the changes of numerics that its present inputs called for.
    public record CalculationView(
            CalculationId id, CalculationState state, List<JobId> jobs, List<Line> history, List<Remedy> corrections) {
        public CalculationView {
            corrections = List.copyOf(corrections);
            jobs = List.copyOf(jobs);
            history = List.copyOf(history);
        }

        public int attempts() {
            return state.lastAttempt().map(attempt -> attempt.number()).orElse(0);
        }
    }

    /// One event in words.
    public record Line(Instant at, String text) {}

    /// Whether every step is done.
    public boolean isDone() {
        return steps.stream().allMatch(step -> step.standing() instanceof StepStanding.Done);
    }

    /// Whether a step failed for good or is blocked by one that did.
    public boolean hasFailed() {
        return steps.stream()
                .anyMatch(step -> step.standing() instanceof StepStanding.Failed
                        || step.standing() instanceof StepStanding.Blocked);
    }
}
