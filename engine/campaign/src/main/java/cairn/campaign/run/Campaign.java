package cairn.campaign.run;

import cairn.campaign.clock.Cadence;
import cairn.campaign.clock.Pace;
import cairn.campaign.driver.Driver;
import cairn.campaign.driver.Ports;
import cairn.campaign.driver.Site;
import cairn.campaign.driver.Turn;
import cairn.campaign.journal.FileJournalStore;
import cairn.campaign.journal.FileObjectStore;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.ObjectStore;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.owner.FilePulse;
import cairn.campaign.owner.Machine;
import cairn.campaign.owner.Pulse;
import cairn.campaign.owner.Stopwatch;
import cairn.campaign.owner.Takeover;
import cairn.campaign.step.Step;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A campaign's folder, owned by this process: the way in for the command line.
///
///     switch (Campaign.open(folder, new LinuxMachine(), Stopwatch.system(), InstantSource.system())) {
///         case Opening.Refused(var message) -> ...                       // exit status 3
///         case Opening.Opened(var campaign) -> campaign.run(steps, site, cadence, pace, listener);
///     }
///
/// Readers need no ownership: [#view]. In the folder: `journal/`, `objects/`, `calculations/`, `results.json`.
public final class Campaign implements AutoCloseable {
    private static final String CANCEL = "cancel-requested";

    private final Path folder;
    private final FileJournalStore journal;
    private final CampaignState state;
    private final JournalStore.End end;
    private final InstantSource clock;
    private volatile boolean detached;

    private Campaign(
            Path folder, FileJournalStore journal, CampaignState state, JournalStore.End end, InstantSource clock) {
        this.folder = folder;
        this.journal = journal;
        this.state = state;
        this.end = end;
        this.clock = clock;
    }

    /// The answer to [#open].
    public sealed interface Opening {
        record Opened(Campaign campaign) implements Opening {}

        /// Somebody else drives it; `message` says who, since when, and what to do.
        record Refused(String message) implements Opening {}
    }

    /// How a run came to its end.
    public sealed interface RunEnd {
        /// Nothing is left to do; the view says whether all is done or something failed.
        record Finished() implements RunEnd {}

        /// Asked to leave; jobs go on.
        record Detached() implements RunEnd {}

        /// The world is in the way (disk full, taken over by another process). Nothing is lost; run again.
        record Stopped(String message) implements RunEnd {}
    }

    /// Takes a campaign over, or begins it. May wait as long as a lease for an owner on another machine.
    public static Opening open(Path folder, Machine machine, Stopwatch stopwatch, InstantSource clock) {
        Path journalFolder = folder.resolve("journal");
        FileJournalStore journal = new FileJournalStore(journalFolder);
        Takeover takeover = new Takeover(machine, new FilePulse(journalFolder), stopwatch);
        return new Opener(folder, journal, machine, takeover, clock).open();
    }

    static Campaign opened(
            Path folder, FileJournalStore journal, CampaignState state, JournalStore.End end, InstantSource clock) {
        return new Campaign(folder, journal, state, end, clock);
    }

    /// A campaign as it stands, for readers.
    public static CampaignView view(Path folder, Collection<? extends Step> steps) {
        return Reader.view(
                steps,
                new FileJournalStore(folder.resolve("journal")),
                new FileObjectStore(folder.resolve("objects")),
                folder);
    }

    /// Asks whoever drives the campaign to end all its jobs.
    public static void requestCancel(Path folder) {
        Path file = folder.resolve(CANCEL);
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /// Drives the campaign until nothing is left to do, it is told to detach, or the world is in the way.
    public RunEnd run(Collection<? extends Step> steps, Site site, Cadence cadence, Pace pace, News.Listener listener) {
        dropCancelRequest();
        return drive(steps, site, cadence, pace, listener, () -> Files.exists(folder.resolve(CANCEL)));
    }

    /// Ends all jobs of the campaign, and waits until they have ended.
    public RunEnd cancel(
            Collection<? extends Step> steps, Site site, Cadence cadence, Pace pace, News.Listener listener) {
        return drive(steps, site, cadence, pace, listener, () -> true);
    }

    private RunEnd drive(
            Collection<? extends Step> steps,
            Site site,
            Cadence cadence,
            Pace pace,
            News.Listener listener,
            BooleanSupplier cancelRequested) {
        startHeartbeat(cadence);
        ObjectStore objects = new FileObjectStore(folder.resolve("objects"));
        Ports ports = new Ports(
                clock,
                site.scheduler(),
                site.transport(),
                site.evidence(),
                site.scripts(),
                objects,
                site.folder(),
                cancelRequested,
                new Random());
        Ledger ledger = new Ledger(state, journal, end, clock, listener);
        try {
            return loop(() -> new Driver(steps, ports, site.settings(), ledger), cadence, pace);
        } catch (UncheckedIOException e) {
            return new RunEnd.Stopped(String.valueOf(e.getMessage()));
        }
    }

    private RunEnd loop(Supplier<Driver> drivers, Cadence cadence, Pace pace) {
        Driver driver = drivers.get();
        while (!detached) {
            switch (driver.turn()) {
                case Turn.Finished() -> {
                    return new RunEnd.Finished();
                }
                case Turn.Deposed(var message) -> {
                    return new RunEnd.Stopped(message);
                }
                case Turn.Amended() -> driver = drivers.get();
                case Turn.Going(boolean isChanged) -> cadence.await(pace.next(isChanged));
            }
        }
        driver.close();
        return new RunEnd.Detached();
    }

    private void startHeartbeat(Cadence cadence) {
        Pulse pulse = new FilePulse(folder.resolve("journal"));
        AtomicLong count = new AtomicLong();
        cadence.every(Takeover.BEAT, () -> pulse.beat(end.epoch(), count.incrementAndGet()));
    }

    private void dropCancelRequest() {
        try {
            Files.deleteIfExists(folder.resolve(CANCEL));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(CANCEL) + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    /// Asks a run to leave after its current turn. From any thread; wake its cadence too.
    public void detach() {
        detached = true;
    }

    @Override
    public void close() {
        journal.close();
    }
}
