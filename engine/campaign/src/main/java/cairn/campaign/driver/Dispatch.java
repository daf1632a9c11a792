package cairn.campaign.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.Attempt.Start;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState.Submitting;
import cairn.campaign.calculation.Intent;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Rendered;
import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Stages and submits what was journaled as intended, and cancels. The only place from which jobs come.
///
/// An intent that is still held here has surely not been submitted. After a crash nothing is held: then every
/// Submitting calculation is looked up by its token first.
final class Dispatch {
    static final String SCRIPT = "job.sh";

    /// More than this is not carried over from attempt to attempt.
    private static final long MAX_CARRY_BYTES = 256L << 20;

    private final Ports ports;
    private final Settings settings;
    private final Ledger ledger;
    private final Orders orders;
    private final Restraint restraint;
    private final LinkedHashSet<CalculationId> intended = new LinkedHashSet<>();
    private final LinkedHashSet<JobId> cancels = new LinkedHashSet<>();
    private boolean isBusyTold;

    Dispatch(Ports ports, Settings settings, Ledger ledger, Orders orders, Restraint restraint) {
        this.ports = ports;
        this.settings = settings;
        this.ledger = ledger;
        this.orders = orders;
        this.restraint = restraint;
    }

    /// Whether the calculation is intended but surely not submitted.
    boolean holds(CalculationId id) {
        return intended.contains(id);
    }

    /// Whether jobs may be submitted now, as far as is known.
    boolean isOpen(Instant now) {
        return restraint.maySubmit(now);
    }

    /// Intends to submit a rendered calculation.
    void intend(CalculationId id, Instant now) {
        ledger.move(id, new CalculationEvent.SubmitIntended(now));
        intended.add(id);
    }

    /// Submits the same attempt again: no source knows its token, and nobody claimed its directory. Should an earlier
    /// job of it turn up after all, the claim lets only one of them run.
    void again(CalculationId id, Attempt attempt, Intent intent, Instant now) {
        if (attempt.isCancelled() || intent.times() >= settings.maxSubmits()) {
            orders.giveUp(id, attempt, lost(intent));
        } else if (orders.of(id).isPresent()) {
            intend(id, now);
        }
    }

    /// Gives up everything that is held, as nothing of it has reached the world.
    void dropAll(Failure why) {
        intended.forEach(id -> ledger.move(id, new CalculationEvent.GaveUp(why)));
        intended.clear();
    }

    void cancel(JobId job) {
        cancels.add(job);
    }

    /// Touches the world. What it answers is journaled with the next turn.
    void act(Instant now) {
        cancels.forEach(this::cancelNow);
        cancels.clear();
        boolean goOn = isOpen(now);
        for (CalculationId id : List.copyOf(intended)) {
            if (!goOn) {
                return;
            }
            goOn = submit(id, now) && !restraint.isOpen();
        }
    }

    private void cancelNow(JobId job) {
        String trouble = ports.scheduler().cancel(job);
        if (!trouble.isEmpty()) {
            ledger.tell(new News.Trouble("job " + job + " could not be cancelled: " + trouble));
        }
    }

    /// Whether the next one may be submitted too.
    private boolean submit(CalculationId id, Instant now) {
        if (!(ledger.of(id) instanceof Submitting(var attempt, var intent))) {
            intended.remove(id);
            return true;
        }
        Calculation calculation = orders.of(id).orElseThrow().calculation();
        Path directory = ports.folder().resolve(attempt.directory());
        if (!Trials.run(ledger, () -> stage(calculation, attempt, directory))) {
            return false;
        }
        intended.remove(id);
        return answered(
                id,
                intent,
                ports.scheduler().submit(new JobRequest(attempt.token(), directory, SCRIPT, calculation.resources())),
                now);
    }

    private boolean answered(CalculationId id, Intent intent, Submission answer, Instant now) {
        return switch (answer) {
            case Submission.Accepted(var job) -> {
                restraint.taken();
                ledger.move(id, new CalculationEvent.Accepted(job));
                yield true;
            }
            case Submission.Busy(var reason) -> {
                restraint.turnedAway(now);
                ledger.move(id, new CalculationEvent.TurnedAway(reason));
                tellBusy(reason);
                yield false;
            }
            // An earlier submit of the attempt may have been taken after all: look its token up before believing.
            case Submission.Rejected(var reason)
            when intent.times() > 1 -> {
                ledger.move(id, new CalculationEvent.Unclear("rejected: " + reason));
                yield true;
            }
            case Submission.Rejected(var reason) -> {
                restraint.answered();
                ledger.move(id, new CalculationEvent.Rejected(rejected(reason)));
                yield true;
            }
            case Submission.Unclear(var reason) -> {
                restraint.unanswered(now);
                ledger.move(id, new CalculationEvent.Unclear(reason));
                yield false;
            }
        };
    }

    /// Once: at a limit every free place is taken by the next job, and the one after it is turned away again.
    private void tellBusy(String reason) {
        if (!isBusyTold) {
            isBusyTold = true;
            ledger.tell(new News.Trouble(
                    "the scheduler takes no more jobs for now, they are submitted as it does: " + reason));
        }
    }

    private void stage(Calculation calculation, Attempt attempt, Path directory) {
        Rendered rendered = calculation.render();
        Map<String, byte[]> files = new LinkedHashMap<>();
        rendered.files().forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        if (attempt.start() instanceof Start.Continues(var earlier, var _)) {
            carry(rendered.carry(), ports.folder().resolve(earlier), files);
        }
        String script = ports.scripts()
                .render(attempt.token(), directory, calculation.resources(), rendered.command(), rendered.outputs());
        files.put(SCRIPT, script.getBytes(UTF_8));
        ports.transport().stage(directory, files);
    }

    private void carry(List<String> names, Path earlier, Map<String, byte[]> files) {
        for (String name : names) {
            ports.transport().read(earlier.resolve(name), MAX_CARRY_BYTES).ifPresent(bytes -> files.put(name, bytes));
        }
    }

    private static Failure rejected(String reason) {
        return new Failure(
                "rejected",
                "the scheduler refused the job: " + reason,
                "correct the resources or the profile, run again");
    }

    private static Failure lost(Intent intent) {
        return new Failure(
                "lost",
                "submitted " + intent.times() + " times, and the scheduler knew nothing of it each time",
                "look at the scheduler's own log, then run again");
    }
}
