package cairn.cli.campaign;

import cairn.campaign.clock.CronCampaigns;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// `cairn run --cron`: runs a campaign at each time of a cron expression, in the foreground. However one run ends, the
/// next one goes on; a time that comes while a run still goes on is left out.
final class RunsByCalendar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz");

    private final Supplier<Exit> run;
    private final Console console;
    private final Semaphore due = new Semaphore(0);

    RunsByCalendar(Supplier<Exit> run, Console console) {
        this.run = run;
        this.console = console;
    }

    /// Ends when no time is left, or when its thread is interrupted (Ctrl-C ends the process itself).
    Exit at(String cron) {
        Optional<String> problem = CronCampaigns.problem(cron);
        if (problem.isPresent()) {
            console.complain(problem.get());
            return Exit.WRONG;
        }
        if (!tellNext(cron)) {
            return Exit.WRONG;
        }
        try (CronCampaigns calendar = new CronCampaigns()) {
            calendar.schedule("campaign", cron, due::release);
            return untilTheEnd(cron);
        }
    }

    private Exit untilTheEnd(String cron) {
        try {
            Exit last = Exit.DONE;
            do {
                due.acquire();
                last = runOnce();
                due.drainPermits();
            } while (tellNext(cron));
            return last;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Exit.DETACHED;
        }
    }

    private Exit runOnce() {
        try {
            return run.get();
        } catch (UncheckedIOException e) {
            console.complain(e.getMessage() + ". Nothing is lost; the next start goes on with the campaign");
            return Exit.WORLD;
        }
    }

    /// Whether there is a next time.
    private boolean tellNext(String cron) {
        Optional<Instant> next = CronCampaigns.next(cron, Instant.now());
        console.complain(next.map(time -> "the next start is at " + TIME.format(time.atZone(ZoneId.systemDefault()))
                        + "; Ctrl-C ends this")
                .orElse("'" + cron + "' names no time that is still to come"));
        return next.isPresent();
    }
}
