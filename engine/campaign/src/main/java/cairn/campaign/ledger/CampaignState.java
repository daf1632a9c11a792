package cairn.campaign.ledger;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Transitions;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// The state of a campaign: the fold over its journal.
public final class CampaignState {
    private static final CalculationState PLANNED = new CalculationState.Planned();

    private final Map<CalculationId, CalculationState> calculations = new LinkedHashMap<>();
    private final Map<CalculationId, Map<Digest, Digest>> results = new HashMap<>();
    private final LinkedHashSet<CalculationId> live = new LinkedHashSet<>();
    private final LinkedHashSet<CalculationId> rendered = new LinkedHashSet<>();
    private final Map<CalculationId, Map<Digest, SequencedSet<Corrected>>> corrections = new HashMap<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private Optional<Ownership> ownership = Optional.empty();
    private boolean cancelRequested;

    /// Nothing has happened yet.
    public CampaignState() {}

    /// Who opened the newest segment, when, and whether they have left in an orderly way.
    public record Ownership(Event.Opened opened, Instant since, boolean closed) {}

    public void apply(JournalRecord each) {
        apply(each.event(), each.at());
    }

    void apply(Event event, Instant at) {
        switch (event) {
            case Event.Opened opened -> {
                ownership = Optional.of(new Ownership(opened, at, false));
                cancelRequested = false;
            }
            case Event.Moved(var id, var move) -> move(id, move);
            case Event.Corrected(var id, var inputs, var correction) ->
                corrections
                        .computeIfAbsent(id, _ -> new LinkedHashMap<>(2))
                        .computeIfAbsent(inputs, _ -> new LinkedHashSet<>(2))
                        .add(correction);
            case Event.Amended(var amendment) -> amendments.add(amendment);
            case Event.CancelRequested() -> cancelRequested = true;
            case Event.Closed() -> ownership = ownership.map(o -> new Ownership(o.opened(), o.since(), true));
        }
    }

    private void move(CalculationId id, CalculationEvent event) {
        CalculationState next = Transitions.next(of(id), event);
        calculations.put(id, next);
        setMembership(live, id, next.isLive());
        setMembership(rendered, id, next instanceof CalculationState.Rendered);
        if (next instanceof CalculationState.Done(var attempt, var result)) {
            results.computeIfAbsent(id, _ -> new HashMap<>(2))
                    .put(attempt.inputs().hash(), result);
        }
    }

    private static void setMembership(Set<CalculationId> set, CalculationId id, boolean member) {
        if (member) {
            set.add(id);
        } else {
            set.remove(id);
        }
    }

    public CalculationState of(CalculationId id) {
        return calculations.getOrDefault(id, PLANNED);
    }

    /// The result that the calculation once had for those inputs.
    public Optional<Digest> result(CalculationId id, Digest inputs) {
        return Optional.ofNullable(results.getOrDefault(id, Map.of()).get(inputs));
    }

    /// What the jobs of a calculation with those inputs have changed of their numerics.
    public SequencedSet<Corrected> corrections(CalculationId id, Digest inputs) {
        return Collections.unmodifiableSequencedSet(
                corrections.getOrDefault(id, Map.of()).getOrDefault(inputs, new LinkedHashSet<>(0)));
    }

    /// The changes of physics, oldest first.
    public List<Amendment> amendments() {
        return List.copyOf(amendments);
    }

    public Map<CalculationId, CalculationState> calculations() {
        return Collections.unmodifiableMap(calculations);
    }

    public SequencedSet<CalculationId> live() {
        return Collections.unmodifiableSequencedSet(live);
    }

    public SequencedSet<CalculationId> rendered() {
        return Collections.unmodifiableSequencedSet(rendered);
    }

    public Optional<Ownership> ownership() {
        return ownership;
    }

    public boolean cancelRequested() {
        return cancelRequested;
    }
}
