package cairn.campaign.view;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Inputs;
import cairn.campaign.frontier.Frontier;
import cairn.campaign.frontier.Frontier.Supply;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.ObjectStore;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.news.Words;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.Amendments;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Driven;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.cluster.JobId;
import cairn.codes.correction.Remedy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Makes a [CampaignView]: replays the journal and asks the steps, but orders nothing and writes nothing.
public final class Reader implements Frontier.Source {
    private final CampaignState state = new CampaignState();
    private final Map<CalculationId, List<Line>> histories = new LinkedHashMap<>();
    private final Map<CalculationId, LinkedHashSet<JobId>> jobs = new HashMap<>();
    private final Map<CalculationId, Named> named = new HashMap<>();
    private final ObjectStore objects;
    private final Path folder;

    /// A calculation as a step wants it now, and what it would read.
    private record Named(Calculation calculation, Digest inputs) {
        private static Named of(Calculation calculation) {
            return new Named(calculation, Inputs.of(calculation.render()).hash());
        }

        /// Whether the attempt read just that: a workflow may have been edited since.
        private boolean isOf(Attempt attempt) {
            return attempt.inputs().hash().equals(inputs);
        }
    }

    private Reader(ObjectStore objects, Path folder) {
        this.objects = objects;
        this.folder = folder;
    }

    /// A view of the campaign in a folder; attempt directories lie under it.
    public static CampaignView view(
            Collection<? extends Step> steps, JournalStore journal, ObjectStore objects, Path folder) {
        Reader reader = new Reader(objects, folder);
        journal.read(reader::accept);
        Collection<Amendments.Amended> amended =
                Amendments.applied(steps, reader.state.amendments()).values();
        Frontier frontier =
                new Frontier(amended.stream().map(Amendments.Amended::step).toList(), reader, _ -> {});
        frontier.advance();
        return new CampaignView(reader.driven(), reader.steps(amended, frontier));
    }

    private void accept(JournalRecord each) {
        state.apply(each);
        switch (each.event()) {
            case Event.Moved(var id, var event) -> {
                tell(id, each.at(), Words.of(event));
                job(event)
                        .ifPresent(job -> jobs.computeIfAbsent(id, _ -> new LinkedHashSet<>(2))
                                .add(job));
            }
            case Event.Corrected(var id, var _, var correction) ->
                tell(id, each.at(), correction.remedy().sentence());
            case Event.Opened _, Event.Amended _, Event.CancelRequested _, Event.Closed _ -> {}
        }
    }

    private void tell(CalculationId id, Instant at, String text) {
        histories.computeIfAbsent(id, _ -> new ArrayList<>(4)).add(new Line(at, text));
    }

    /// A job whose acceptance was lost is known by its first observation.
    private static Optional<JobId> job(CalculationEvent event) {
        return switch (event) {
            case CalculationEvent.Accepted(var job) -> Optional.of(job);
            case CalculationEvent.Observed(var job, var _, var _) -> Optional.of(job);
            case CalculationEvent.Prepared _,
                    CalculationEvent.Reused _,
                    CalculationEvent.SubmitIntended _,
                    CalculationEvent.Rejected _,
                    CalculationEvent.TurnedAway _,
                    CalculationEvent.Unclear _,
                    CalculationEvent.Vanished _,
                    CalculationEvent.CancelAsked _,
                    CalculationEvent.Finished _,
                    CalculationEvent.Again _,
                    CalculationEvent.GaveUp _ -> Optional.empty();
        };
    }

    private Driven driven() {
        return state.ownership()
                .<Driven>map(o -> new Driven.Last(o.opened().owner(), o.since(), o.closed()))
                .orElse(new Driven.Never());
    }

    private List<StepView> steps(Collection<Amendments.Amended> steps, Frontier frontier) {
        Map<StepId, List<CalculationView>> calculations = new HashMap<>();
        histories.forEach((id, history) -> calculations
                .computeIfAbsent(id.step(), _ -> new ArrayList<>(1))
                .add(new CalculationView(id, state.of(id), jobs(id), history, corrections(id))));
        return steps.stream()
                .map(amended -> view(amended.step(), frontier, calculations, amended.amendments()))
                .toList();
    }

    private StepView view(
            Step step, Frontier frontier, Map<StepId, List<CalculationView>> calculations, List<Amendment> amendments) {
        return new StepView(
                step.id(),
                step.kind(),
                frontier.standing(step.id()),
                frontier.step(step.id()),
                progress(step.id(), frontier),
                calculations.getOrDefault(step.id(), List.of()),
                amendments);
    }

    private List<Remedy> corrections(CalculationId id) {
        return state.of(id).lastAttempt().stream()
                .flatMap(attempt -> state.corrections(id, attempt.inputs().hash()).stream())
                .map(Corrected::remedy)
                .toList();
    }

    private Optional<ObjectNode> progress(StepId step, Frontier frontier) {
        return frontier.progress(step).or(() -> progressOfJobs(step));
    }

    /// Of the first job of the step that runs and tells something.
    private Optional<ObjectNode> progressOfJobs(StepId step) {
        return state.live().stream()
                .filter(id -> id.step().equals(step) && named.containsKey(id))
                .flatMap(id -> progressOfJob(id).stream())
                .findFirst();
    }

    private Optional<ObjectNode> progressOfJob(CalculationId id) {
        return state.of(id) instanceof CalculationState.Running(var attempt, var _, var _)
                ? named(id).calculation().progress(folder.resolve(attempt.directory()))
                : Optional.empty();
    }

    private Named named(CalculationId id) {
        return Objects.requireNonNull(named.get(id));
    }

    private List<JobId> jobs(CalculationId id) {
        return List.copyOf(jobs.getOrDefault(id, new LinkedHashSet<>()));
    }

    @Override
    public Supply supply(Calculation calculation) {
        CalculationId id = calculation.id();
        boolean isNew = !named.containsKey(id);
        named.computeIfAbsent(id, _ -> Named.of(calculation));
        return switch (state.of(id)) {
            case CalculationState.Done(var attempt, var result)
            when named(id).isOf(attempt) && objects.get(result).isPresent() -> new Supply.Usable(isNew);
            case CalculationState.Failed(var attempt, var failure)
            when named(id).isOf(attempt) -> new Supply.Failed(failure);
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Submitting _,
                    CalculationState.Queued _,
                    CalculationState.Running _,
                    CalculationState.Ended _,
                    CalculationState.Done _,
                    CalculationState.Failed _ -> new Supply.Pending();
        };
    }

    @Override
    public Optional<ObjectNode> result(CalculationId id) {
        return named.containsKey(id)
                        && state.of(id) instanceof CalculationState.Done(var attempt, var result)
                        && named(id).isOf(attempt)
                ? objects.get(result)
                : Optional.empty();
    }
}
