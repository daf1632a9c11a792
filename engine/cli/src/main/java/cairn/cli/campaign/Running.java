package cairn.cli.campaign;

import cairn.campaign.clock.Pace;
import cairn.campaign.clock.QuartzCadence;
import cairn.campaign.driver.Site;
import cairn.campaign.owner.LinuxMachine;
import cairn.campaign.owner.Stopwatch;
import cairn.campaign.run.Campaign;
import cairn.campaign.site.Sites;
import cairn.campaign.view.CampaignView;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cli.progress.Progress;
import cairn.cluster.profile.Profile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Drives a campaign, and shows it while it goes.
final class Running {
    /// How soon after something happened we look again: at once where looking costs nothing.
    private static final Duration SOON_HERE = Duration.ofMillis(50);

    private static final Duration SOON_THERE = Duration.ofSeconds(1);

    private final Prepared prepared;
    private final Installation installation;
    private final Console console;

    /// What the campaign is driven for.
    enum Goal {
        FINISH,
        /// To end its jobs.
        CANCEL
    }

    Running(Prepared prepared, Installation installation, Console console) {
        this.prepared = prepared;
        this.installation = installation;
        this.console = console;
    }

    Exit run(Goal goal) {
        Assessment.tell(prepared.warnings(), console.as(Console.Format.TEXT));
        CallFile.write(prepared);
        return switch (Campaign.open(
                prepared.folder(), new LinuxMachine(), Stopwatch.system(), InstantSource.system())) {
            case Campaign.Opening.Opened(var campaign) -> drive(campaign, goal);
            case Campaign.Opening.Refused(var message) -> refused(message, goal);
        };
    }

    /// Whoever drives the campaign can be asked to end its jobs.
    private Exit refused(String message, Goal goal) {
        if (goal == Goal.CANCEL) {
            Campaign.requestCancel(prepared.folder());
            console.say("asked the process that drives the campaign to end its jobs");
            return Exit.DONE;
        }
        console.complain(message);
        return Exit.WORLD;
    }

    private Exit drive(Campaign campaign, Goal goal) {
        CountDownLatch left = new CountDownLatch(1);
        try (campaign;
                Progress progress = console.progress();
                QuartzCadence cadence = new QuartzCadence(prepared.profile().name());
                LeaveAtExit _ = new LeaveAtExit(() -> detach(campaign, cadence, left))) {
            Board board = new Board(prepared.plan(), progress);
            Campaign.RunEnd end = goal == Goal.CANCEL
                    ? campaign.cancel(prepared.plan().steps(), site(), cadence, pace(), board)
                    : campaign.run(prepared.plan().steps(), site(), cadence, pace(), board);
            board.showLast();
            return ended(end);
        } finally {
            left.countDown();
        }
    }

    private static void detach(Campaign campaign, QuartzCadence cadence, CountDownLatch left) {
        campaign.detach();
        cadence.wake();
        try {
            left.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Site site() {
        return Sites.of(prepared.profile(), prepared.folder(), installation.spool(), installation.cairn());
    }

    private Pace pace() {
        Duration soon = switch (prepared.profile().site()) {
            case Profile.Local _ -> SOON_HERE;
            case Profile.Slurm _ -> SOON_THERE;
        };
        Duration longest = prepared.profile().pollInterval();
        return new Pace(soon.compareTo(longest) < 0 ? soon : longest, longest, new Random());
    }

    private Exit ended(Campaign.RunEnd end) {
        return switch (end) {
            case Campaign.RunEnd.Finished() -> finished();
            case Campaign.RunEnd.Detached() -> {
                console.complain("detached; jobs go on. The same command goes on with the campaign");
                yield Exit.DETACHED;
            }
            case Campaign.RunEnd.Stopped(var message) -> {
                console.complain(message + ". Nothing is lost; run the same command again");
                yield Exit.WORLD;
            }
        };
    }

    private Exit finished() {
        CampaignView view = prepared.view();
        ReportFolder.write(prepared, view, installation);
        if (console.format() == Console.Format.JSON) {
            console.say(ReportFolder.results(prepared, view).toPrettyString());
        } else {
            StatusText.tell(prepared, view, console);
            console.say("report: " + prepared.folder().resolve(ReportFolder.REPORT));
        }
        return view.isDone() ? Exit.DONE : Exit.STEP_FAILED;
    }
}
