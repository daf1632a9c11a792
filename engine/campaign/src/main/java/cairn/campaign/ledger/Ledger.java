package cairn.campaign.ledger;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.news.News;
import cairn.campaign.step.CalculationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The state of a campaign and the journal it is folded from, kept together: what is recorded is applied at once and
/// becomes durable with the next [#commit].
public final class Ledger {
    private final CampaignState state;
    private final JournalStore store;
    private final int epoch;
    private final InstantSource clock;
    private final News.Listener listener;
    private final List<JournalRecord> pending = new ArrayList<>();
    private final LinkedHashSet<CalculationId> settled = new LinkedHashSet<>();
    private long sequence;

    public Ledger(
            CampaignState state,
            JournalStore store,
            JournalStore.End end,
            InstantSource clock,
            News.Listener listener) {
        this.state = state;
        this.store = store;
        this.epoch = end.epoch();
        this.sequence = end.sequence();
        this.clock = clock;
        this.listener = listener;
    }

    public void move(CalculationId id, CalculationEvent event) {
        record(new Event.Moved(id, event));
        if (isSettled(state.of(id))) {
            settled.add(id);
        }
        listener.hear(new News.Moved(id, event, state.of(id)));
    }

    private static boolean isSettled(CalculationState state) {
        return state instanceof CalculationState.Done || state instanceof CalculationState.Failed;
    }

    /// The calculations that became done or failed since this was last asked.
    public List<CalculationId> takeSettled() {
        List<CalculationId> taken = List.copyOf(settled);
        settled.clear();
        return taken;
    }

    public void record(Event event) {
        Instant now = clock.instant();
        state.apply(event, now);
        pending.add(new JournalRecord(++sequence, now, event));
    }

    /// Makes all that was recorded durable, in one batch; false when the campaign has been taken over.
    public boolean commit() {
        if (pending.isEmpty()) {
            return isOurs();
        }
        if (!store.append(epoch, pending)) {
            return false;
        }
        pending.clear();
        return true;
    }

    public boolean isOurs() {
        return store.newestEpoch() == epoch;
    }

    public boolean hasPending() {
        return !pending.isEmpty();
    }

    public CampaignState state() {
        return state;
    }

    public CalculationState of(CalculationId id) {
        return state.of(id);
    }

    public String campaign() {
        return state.ownership().orElseThrow().opened().campaign();
    }

    public void tell(News news) {
        listener.hear(news);
    }
}
