package cairn.campaign.view;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.frontier.Frontier;
import cairn.campaign.frontier.Frontier.Supply;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.ObjectStore;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.news.Words;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Driven;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.cluster.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Makes a [CampaignView]: replays the journal and asks the steps, but orders nothing and writes nothing.
public final class Reader implements Frontier.Source {
    private final CampaignState state = new CampaignState();
    private final Map<CalculationId, List<Line>> histories = new LinkedHashMap<>();
    private final Map<CalculationId, LinkedHashSet<JobId>> jobs = new HashMap<>();
    private final Set<CalculationId> named = new HashSet<>();
    private final ObjectStore objects;

    private Reader(ObjectStore objects) {
        this.objects = objects;
    }

    public static CampaignView view(Collection<? extends Step> steps, JournalStore journal, ObjectStore objects) {
        Reader reader = new Reader(objects);
        journal.read(reader::accept);
        Frontier frontier = new Frontier(steps, reader, _ -> {});
        frontier.advance();
        return new CampaignView(reader.driven(), reader.steps(steps, frontier));
    }

    private void accept(JournalRecord each) {
        state.apply(each);
        if (each.event() instanceof Event.Moved(var id, var event)) {
            histories.computeIfAbsent(id, _ -> new ArrayList<>(4)).add(new Line(each.at(), Words.of(event)));
            job(event)
                    .ifPresent(job -> jobs.computeIfAbsent(id, _ -> new LinkedHashSet<>(2))
                            .add(job));
        }
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

    private List<StepView> steps(Collection<? extends Step> steps, Frontier frontier) {
        Map<StepId, List<CalculationView>> calculations = new HashMap<>();
        histories.forEach((id, history) -> calculations
                .computeIfAbsent(id.step(), _ -> new ArrayList<>(1))
                .add(new CalculationView(id, state.of(id), jobs(id), history)));
        return steps.stream()
                .map(step -> new StepView(
                        step.id(),
                        step.kind(),
                        frontier.standing(step.id()),
                        frontier.step(step.id()),
                        calculations.getOrDefault(step.id(), List.of())))
                .toList();
    }

    private List<JobId> jobs(CalculationId id) {
        return List.copyOf(jobs.getOrDefault(id, new LinkedHashSet<>()));
    }

    @Override
    public Supply supply(Calculation calculation) {
        boolean isNew = named.add(calculation.id());
        return switch (state.of(calculation.id())) {
            case CalculationState.Done(var _, var result)
            when objects.get(result).isPresent() -> new Supply.Usable(isNew);
            case CalculationState.Failed(var _, var failure) -> new Supply.Failed(failure);
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Submitting _,
                    CalculationState.Queued _,
                    CalculationState.Running _,
                    CalculationState.Ended _,
                    CalculationState.Done _ -> new Supply.Pending();
        };
    }

    @Override
    public Optional<ObjectNode> result(CalculationId id) {
        return named.contains(id) && state.of(id) instanceof CalculationState.Done(var _, var result)
                ? objects.get(result)
                : Optional.empty();
    }
}
