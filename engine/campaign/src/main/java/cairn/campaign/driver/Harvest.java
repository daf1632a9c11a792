package cairn.campaign.driver;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.Attempt.Aim;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState.Ended;
import cairn.campaign.calculation.Cause;
import cairn.campaign.calculation.Ending;
import cairn.campaign.calculation.Headway;
import cairn.campaign.calculation.Names;
import cairn.campaign.driver.Evidence.Verdict;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Judges what ended jobs left behind. The sentinel says whether it is all there, the parser whether it is good;
/// what the scheduler said explains only why a sentinel is missing.
final class Harvest {
    private final Ports ports;
    private final Settings settings;
    private final Ledger ledger;
    private final Orders orders;
    private final Dispatch dispatch;
    private final Watch watch;
    private final Corrections corrections;
    private final Patience missing = new Patience();
    private final Patience foreign = new Patience();
    private final Patience invisible = new Patience();

    Harvest(
            Ports ports,
            Settings settings,
            Ledger ledger,
            Orders orders,
            Dispatch dispatch,
            Watch watch,
            Corrections corrections) {
        this.ports = ports;
        this.settings = settings;
        this.ledger = ledger;
        this.orders = orders;
        this.dispatch = dispatch;
        this.watch = watch;
        this.corrections = corrections;
    }

    /// Judges every ended calculation that a step of this run has named.
    void gather(Instant now) {
        for (CalculationId id : List.copyOf(ledger.state().live())) {
            if (ledger.of(id) instanceof Ended ended) {
                orders.of(id)
                        .ifPresentOrElse(
                                order -> Trials.run(ledger, () -> judge(id, ended, order, now)),
                                () -> dropIfCancelled(id, ended.attempt()));
            }
        }
    }

    private void dropIfCancelled(CalculationId id, Attempt attempt) {
        if (attempt.aim() instanceof Aim.Cancel(var why)) {
            ledger.move(id, new CalculationEvent.GaveUp(why));
        }
    }

    private void judge(CalculationId id, Ended ended, Orders.Order order, Instant now) {
        Attempt attempt = ended.attempt();
        if (!orders.wants(id, attempt.inputs())) {
            orders.replace(id, order, attempt);
            return;
        }
        Path directory = ports.folder().resolve(attempt.directory());
        List<String> outputs = order.calculation().render().outputs();
        switch (ports.evidence().sentinel(attempt.token(), directory, outputs)) {
            case Verdict.Complete(var _) -> collect(id, ended, order.calculation(), directory);
            case Verdict.NotYetVisible(var file) -> await(id, ended, file, now);
            case Verdict.Missing() -> miss(id, ended, directory, now);
        }
    }

    private void collect(CalculationId id, Ended ended, Calculation calculation, Path directory) {
        switch (calculation.collect(directory)) {
            case Outcome.Done(var result) ->
                ledger.move(id, new CalculationEvent.Finished(ports.objects().put(result)));
            case Outcome.Incomplete(var why) -> incomplete(id, ended, directory, why);
            case Outcome.Amendable amendable -> orders.giveUp(id, ended.attempt(), corrections.amend(id, amendable));
            case Outcome.OutOfTime(var why) -> retry(id, ended.attempt(), Cause.WALLTIME, why);
            case Outcome.Failed(var failure) -> orders.giveUp(id, ended.attempt(), failure);
        }
    }

    private void incomplete(CalculationId id, Ended ended, Path directory, String why) {
        switch (ports.evidence().explained(directory, ended.ending())) {
            case Ending.Reported(var _, var state, var raw)
            when state == JobState.OUT_OF_MEMORY -> orders.giveUp(id, ended.attempt(), outOfMemory(raw));
            case Ending.Reported(var _, var state, var _)
            when state == JobState.OUT_OF_TIME -> retry(id, ended.attempt(), Cause.WALLTIME, why);
            case Ending.Reported _, Ending.Gone _ -> retry(id, ended.attempt(), Cause.INCOMPLETE, why);
        }
    }

    private void await(CalculationId id, Ended ended, String file, Instant now) {
        if (isExhausted(invisible, ended, now, settings.visibility())) {
            retry(id, ended.attempt(), Cause.INFRASTRUCTURE, "its output " + file + " never became visible in full");
        }
    }

    /// A missing sentinel counts only while the scheduler answers: else a job of ours may run unseen.
    private void miss(CalculationId id, Ended ended, Path directory, Instant now) {
        boolean isSure =
                watch.hasAnswered(ended.attempt().token()) && isExhausted(missing, ended, now, settings.settle());
        if (!isSure) {
            return;
        }
        Optional<JobId> holder = ports.evidence().claim(directory);
        boolean isForeign = isForeign(holder, ended.ending());
        if (isForeign && !isExhausted(foreign, ended, now, settings.settle())) {
            return;
        }
        Ending ending = ports.evidence().explained(directory, ended.ending());
        missing.forget(ended.attempt().token());
        switch (ending) {
            case Ending.Gone() when holder.isEmpty() -> dispatch.again(id, ended.attempt(), ended.intent(), now);
            case Ending.Gone() -> retry(id, ended.attempt(), Cause.INFRASTRUCTURE, "its job vanished while it ran");
            case Ending.Reported _
            when isForeign ->
                retry(id, ended.attempt(), Cause.INFRASTRUCTURE, "the job that ran in its directory vanished");
            case Ending.Reported(var _, var state, var raw) -> explain(id, ended.attempt(), state, raw);
        }
    }

    /// Whether a job that we have not seen end holds the directory: an earlier submit that was taken late, and that
    /// the scheduler will soon show us.
    private static boolean isForeign(Optional<JobId> holder, Ending ending) {
        return switch (ending) {
            case Ending.Gone() -> holder.isPresent();
            case Ending.Reported(var job, var _, var _) ->
                holder.isPresent() && !holder.get().equals(job);
        };
    }

    private boolean isExhausted(Patience patience, Ended ended, Instant now, Duration span) {
        return patience.isExhausted(ended.attempt().token(), now, settings.cleanAnswers(), span);
    }

    private void explain(CalculationId id, Attempt attempt, JobState state, String raw) {
        switch (state) {
            case OUT_OF_TIME -> retry(id, attempt, Cause.WALLTIME, "its walltime ended: " + raw);
            case OUT_OF_MEMORY -> orders.giveUp(id, attempt, outOfMemory(raw));
            case CANCELLED -> orders.giveUp(id, attempt, cancelledByHand(raw));
            case MACHINE_FAILED -> retry(id, attempt, Cause.INFRASTRUCTURE, "the machine failed under it: " + raw);
            case ENDED -> retry(id, attempt, Cause.INFRASTRUCTURE, "its job ended without a sentinel: " + raw);
            case QUEUED, RUNNING, STUCK -> throw new IllegalStateException(id + " ended in state " + state);
        }
    }

    private void retry(CalculationId id, Attempt attempt, Cause cause, String why) {
        Headway headway = headway(id, attempt, cause);
        boolean isSpent = headway == Headway.NONE && attempt.spent().exhausts(cause);
        if (attempt.isCancelled() || isSpent) {
            orders.giveUp(id, attempt, exhausted(cause, why));
            return;
        }
        int number = attempt.number() + 1;
        ledger.move(
                id,
                new CalculationEvent.Again(
                        cause,
                        why,
                        Names.token(ledger.campaign(), id, number, attempt.inputs()),
                        Names.directory(id, number),
                        headway));
    }

    /// Only of a long calculation it is asked how far it came.
    private Headway headway(CalculationId id, Attempt attempt, Cause cause) {
        return cause == Cause.WALLTIME
                        && orders.of(id)
                                .filter(order -> reached(order, attempt.directory()) > before(order, attempt))
                                .isPresent()
                ? Headway.MADE
                : Headway.NONE;
    }

    private long before(Orders.Order order, Attempt attempt) {
        return switch (attempt.start()) {
            case Attempt.Start.Fresh() -> 0;
            case Attempt.Start.Continues(var earlier, var _) -> reached(order, earlier);
        };
    }

    private long reached(Orders.Order order, String directory) {
        return order.calculation().reached(ports.folder().resolve(directory));
    }

    private static Failure outOfMemory(String raw) {
        return new Failure(
                "out-of-memory",
                "the job needed more memory than it asked for: " + raw,
                "ask for more memory in `resources`, then run again");
    }

    private static Failure cancelledByHand(String raw) {
        return new Failure("cancelled", "somebody cancelled the job: " + raw, "run again to try again");
    }

    private static Failure exhausted(Cause cause, String why) {
        String word = cause.name().toLowerCase(Locale.ROOT);
        return new Failure(
                "exhausted-" + word,
                "given up after " + cause.budget() + " further attempts for the same cause (" + word + "); last: "
                        + why,
                "look at the attempt directories ('cairn logs'), then run again");
    }
}
