package cairn.campaign.driver;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.fake.FakeStep;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.fake.Fault;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.FileJournalStore;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.Owner;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.StepId;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures for the log, printed by `engine/bench/driver`; asserts nothing.
@Tag("bench")
class DriverBench {
    private static final int JOBS = 10_000;

    @Test
    void a_turn_with_ten_thousand_live_jobs() {
        FakeWorld world = new FakeWorld(_ -> Fault.NONE);
        List<FakeStep> steps = IntStream.range(0, JOBS)
                .mapToObj(i -> FakeStep.of(world, "s" + i, 1, 1))
                .toList();
        Simulation simulation = new Simulation(world, steps);
        simulation.settings =
                new Settings(JOBS, JOBS, 3, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(15), 5);
        Driver driver = simulation.start();
        report("turn that submits 10,000", driver);
        for (int i = 0; i < 5; i++) {
            report("turn in which nothing changes", driver);
        }
        world.pass(Duration.ofSeconds(30));
        report("turn in which 10,000 start", driver);
        world.pass(Duration.ofMinutes(2));
        report("turn in which 10,000 end and are parsed", driver);
        long start = System.nanoTime();
        JournalStore.End end = simulation.journal.read(new CampaignState()::apply);
        print("replay of " + end.sequence() + " events", start);
    }

    private static void report(String what, Driver driver) {
        long start = System.nanoTime();
        Turn turn = driver.turn();
        print(what + " (" + turn.getClass().getSimpleName() + ")", start);
    }

    private static void print(String what, long start) {
        System.out.printf("%-60s %8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    @Test
    void journaled_events_per_second(@TempDir Path folder) {
        Owner owner = new Owner("bench", "boot", "pid:[1]", 1, 1, "somebody");
        try (FileJournalStore store = new FileJournalStore(folder)) {
            store.begin(1, new JournalRecord(1, Instant.EPOCH, new Event.Opened(1, 0, "cafe0001", "/c", owner)));
            for (int batch : new int[] {1, 10, 100, 1_000, 10_000}) {
                events(store, batch);
            }
        }
    }

    private static void events(FileJournalStore store, int batch) {
        int rounds = Math.max(5, Math.min(200, 50_000 / batch));
        long first = store.read(_ -> {}).sequence() + 1;
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            long from = first + (long) round * batch;
            store.append(
                    1,
                    LongStream.range(from, from + batch)
                            .mapToObj(DriverBench::event)
                            .toList());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%6d events per batch and fsync: %9.0f events/s%n", batch, rounds * batch / seconds);
    }

    private static JournalRecord event(long sequence) {
        CalculationId id = new CalculationId(new StepId("relaxed[phase=LiSi]"), "c0");
        return new JournalRecord(
                sequence,
                Instant.EPOCH,
                new Event.Moved(id, new CalculationEvent.Observed(new JobId("12345"), JobState.RUNNING, "RUNNING")));
    }
}
