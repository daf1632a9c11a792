package cairn.campaign.driver;

import cairn.campaign.fake.Crash;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.MemoryJournalStore;
import cairn.campaign.journal.MemoryObjectStore;
import cairn.campaign.journal.ObjectStore;
import cairn.campaign.journal.Owner;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.step.Step;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.Reader;
import cairn.campaign.view.ResultsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A campaign in the fake world: turns, crashes and restarts under a hand-moved clock.
final class Simulation {
    static final Duration POLL = Duration.ofSeconds(10);
    private static final int MAX_TURNS = 3_000;

    final FakeWorld world;
    final JournalStore journal;
    final ObjectStore objects = new MemoryObjectStore();
    final List<News> news = new ArrayList<>();
    List<? extends Step> steps;
    Settings settings = Settings.cluster();
    BooleanSupplier cancel = () -> false;
    private PortsShim shim = ports -> ports;
    private Optional<Ledger> ledger = Optional.empty();

    /// Puts something between the driver and its ports: how bugs are planted.
    interface PortsShim {
        Ports wrap(Ports ports);
    }

    Simulation(FakeWorld world, List<? extends Step> steps) {
        this(world, steps, new MemoryJournalStore());
    }

    Simulation(FakeWorld world, List<? extends Step> steps, JournalStore journal) {
        this.world = world;
        this.steps = steps;
        this.journal = journal;
    }

    Simulation with(PortsShim other) {
        shim = other;
        return this;
    }

    /// A new process takes the campaign over.
    Driver start() {
        CampaignState state = new CampaignState();
        JournalStore.End end = journal.read(state::apply);
        Owner owner = new Owner("fake", "boot", "pid:[1]", end.epoch() + 1, 1, "somebody");
        Event.Opened opened = new Event.Opened(end.epoch() + 1, end.bytes(), "cafe0001", "/c", owner);
        JournalRecord first = new JournalRecord(end.sequence() + 1, world.instant(), opened);
        if (!journal.begin(opened.epoch(), first)) {
            throw new IllegalStateException("the epoch is taken");
        }
        state.apply(first);
        ledger = Optional.of(new Ledger(
                state, journal, new JournalStore.End(opened.epoch(), 0, first.sequence()), world, news::add));
        return again();
    }

    /// The same process with a new driver.
    private Driver again() {
        Ports ports = new Ports(world, world, world, world, world, objects, Path.of("/c"), cancel, new Random(1));
        return new Driver(steps, shim.wrap(ports), settings, ledger.orElseThrow());
    }

    /// Drives the campaign to its end, with a new process after every crash.
    CampaignView finish() {
        return finish(_ -> {});
    }

    CampaignView finish(Consumer<Integer> beforeTurn) {
        int turns = 0;
        Driver driver = start();
        while (turns++ < MAX_TURNS) {
            beforeTurn.accept(turns);
            try {
                Turn turn = driver.turn();
                if (turn instanceof Turn.Finished) {
                    settleWorld();
                    return view();
                }
                driver = turn instanceof Turn.Amended ? again() : driver;
            } catch (Crash _) {
                driver = start();
            }
            world.pass(POLL);
        }
        throw new AssertionError("not finished after " + MAX_TURNS + " turns");
    }

    /// Lets jobs that the engine has forgotten do their harm.
    private void settleWorld() {
        for (int i = 0; i < 100; i++) {
            world.pass(POLL);
        }
    }

    CampaignView view() {
        return Reader.view(steps, journal, objects, Path.of("/c"));
    }

    String results() {
        return ResultsFile.json("c", "w", view()).toString();
    }

    /// Turns until the campaign ends or `limit` turns are over.
    static void turns(Driver driver, FakeWorld world, int limit) {
        for (int i = 0; i < limit; i++) {
            if (!(driver.turn() instanceof Turn.Going)) {
                return;
            }
            world.pass(POLL);
        }
    }
}
