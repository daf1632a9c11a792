package cairn.campaign.driver;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.frontier.Frontier;
import cairn.campaign.journal.Event;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.step.Amendments;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Moves a campaign on, one turn at a time, on one thread:
///
///     observe   one query for all live jobs                                    (Watch)
///     apply     each answer as an event; ended jobs judged and parsed          (Watch, Corrections, Harvest)
///     decide    steps asked, calculations rendered, submits chosen             (Frontier, Orders)
///     journal   all of it, in one batch with one fsync                         (Ledger)
///     act       stage, submit, cancel; the answers go into the next batch      (Dispatch)
///
/// A crash between any two of these loses nothing: what was not journaled has not been done, what was journaled as
/// intended is looked up by its token.
public final class Driver {
    private static final Failure CANCELLED =
            new Failure("cancelled", "cancelled by the user", "run the campaign again to go on");
    private static final Failure ORPHANED = new Failure(
            "not-in-workflow", "no step of the workflow asks for this any more", "nothing: its job was ended");

    private final Ports ports;
    private final Settings settings;
    private final Ledger ledger;
    private final Orders orders;
    private final Dispatch dispatch;
    private final Watch watch;
    private final Harvest harvest;
    private final Corrections corrections;
    private final Frontier frontier;
    private final Interim interim;

    /// A driver of these steps, with the changes of physics that the ledger knows of. The ledger belongs to it alone
    /// from now on.
    public Driver(Collection<? extends Step> steps, Ports ports, Settings settings, Ledger ledger) {
        Restraint restraint = new Restraint(ports.random());
        this.ports = ports;
        this.settings = settings;
        this.ledger = ledger;
        this.orders = new Orders(ledger, ports.objects());
        this.dispatch = new Dispatch(ports, settings, ledger, orders, restraint);
        this.watch = new Watch(ports, settings, ledger, dispatch, restraint);
        this.corrections = new Corrections(ports, ledger, orders, steps);
        this.harvest = new Harvest(ports, settings, ledger, orders, dispatch, watch, corrections);
        this.frontier = new Frontier(amended(steps, ledger), orders, ledger::tell);
        this.interim = new Interim(ports, ledger, orders, frontier);
    }

    private static List<Step> amended(Collection<? extends Step> steps, Ledger ledger) {
        return Amendments.applied(steps, ledger.state().amendments()).values().stream()
                .map(Amendments.Amended::step)
                .toList();
    }

    /// One round.
    public Turn turn() {
        if (!ledger.isOurs()) {
            return deposed();
        }
        Instant now = ports.clock().instant();
        heedCancel();
        watch.look(now);
        corrections.gather();
        harvest.gather(now);
        if (corrections.hasAmended()) {
            return amended();
        }
        decide(now);
        boolean isChanged = ledger.hasPending();
        if (!ledger.commit() || !ledger.isOurs()) {
            return deposed();
        }
        dispatch.act(now);
        return isFinished() ? finish() : new Turn.Going(isChanged || ledger.hasPending());
    }

    /// This plan is out of date, so nothing more is decided by it.
    private Turn amended() {
        return ledger.commit() && ledger.isOurs() ? new Turn.Amended() : deposed();
    }

    private void heedCancel() {
        if (ports.cancelRequested().getAsBoolean() && !ledger.state().cancelRequested()) {
            ledger.record(new Event.CancelRequested());
        }
        if (ledger.state().cancelRequested()) {
            dispatch.dropAll(CANCELLED);
            List.copyOf(ledger.state().rendered())
                    .forEach(id -> ledger.move(id, new CalculationEvent.GaveUp(CANCELLED)));
            List.copyOf(ledger.state().live()).forEach(id -> askToEnd(id, CANCELLED));
        }
    }

    private void askToEnd(CalculationId id, Failure why) {
        if (ledger.of(id).lastAttempt().filter(Attempt::isCancelled).isEmpty()) {
            ledger.move(id, new CalculationEvent.CancelAsked(why));
        }
    }

    private void decide(Instant now) {
        List<CalculationId> settled = List.copyOf(ledger.takeSettled());
        settled.forEach(id -> frontier.touch(id.step()));
        if (!ledger.state().cancelRequested()) {
            frontier.advance();
            interim.tell(settled);
            choose(now);
        }
        List.copyOf(ledger.state().live()).stream()
                .filter(id -> orders.of(id).isEmpty() && !frontier.mayStillName(id.step()))
                .forEach(id -> askToEnd(id, ORPHANED));
    }

    /// Intends to submit as many rendered calculations as the limits allow, oldest first.
    private void choose(Instant now) {
        long room = Math.min(settings.submitsPerTurn(), settings.maxJobs() - jobs());
        if (room <= 0 || !dispatch.isOpen(now)) {
            return;
        }
        List<CalculationId> chosen = ledger.state().rendered().stream()
                .filter(id -> frontier.isActive(id.step()) && orders.of(id).isPresent())
                .limit(room)
                .toList();
        chosen.forEach(id -> dispatch.intend(id, now));
    }

    /// How many jobs the scheduler may hold of us.
    private long jobs() {
        return ledger.state().live().stream()
                .filter(id -> !(ledger.of(id) instanceof CalculationState.Ended))
                .count();
    }

    private boolean isFinished() {
        boolean isClosed = frontier.isClosed() || ledger.state().cancelRequested();
        return isClosed && ledger.state().live().isEmpty();
    }

    private Turn finish() {
        return close() ? new Turn.Finished() : deposed();
    }

    /// Journals what is known and that this owner leaves; jobs go on.
    public boolean close() {
        ledger.record(new Event.Closed());
        return ledger.commit();
    }

    private static Turn deposed() {
        return new Turn.Deposed("another process has taken this campaign over; this one stops and touches nothing."
                + " 'cairn status' says who drives it");
    }
}
