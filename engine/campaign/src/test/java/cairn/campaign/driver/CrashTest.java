package cairn.campaign.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cairn.campaign.fake.Crash;
import cairn.campaign.fake.FakeStep;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.fake.Fault;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.MemoryJournalStore;
import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Observation;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The promise: whatever dies or lies, the campaign ends with the same results and nothing is computed twice.
class CrashTest {
    /// More of them in a long run: -Dcairn.schedules=10000.
    private static final int SCHEDULES = Integer.getInteger("cairn.schedules", 300);

    /// Twelve steps, some of which find out what they need as they go.
    private static List<FakeStep> plan(Transport files) {
        return List.of(
                FakeStep.of(files, "host", 1, 1),
                FakeStep.of(files, "start", 1, 1, "host"),
                FakeStep.of(files, "end", 1, 1, "host"),
                FakeStep.of(files, "hop", 3, 1, "start", "end"),
                FakeStep.of(files, "cutoff", 3, 1),
                FakeStep.of(files, "points", 2, 3, "cutoff"),
                FakeStep.of(files, "p1", 1, 1, "points"),
                FakeStep.of(files, "p2", 1, 1, "points"),
                FakeStep.of(files, "p3[phase=LiSi]", 1, 2, "points"),
                FakeStep.of(files, "hull", 0, 0, "p1", "p2", "p3[phase=LiSi]"),
                FakeStep.of(files, "voltage", 1, 1, "hull"),
                FakeStep.of(files, "last", 1, 1, "voltage", "hop"));
    }

    private static Simulation simulation(FakeWorld world) {
        return new Simulation(world, plan(world));
    }

    private static String expected() {
        Simulation undisturbed = simulation(new FakeWorld(_ -> Fault.NONE));
        undisturbed.finish();
        return undisturbed.results();
    }

    private static void check(Simulation simulation, String expected) {
        simulation.finish();
        assertThat(simulation.results()).isEqualTo(expected);
        assertThat(simulation.world.successes())
                .allSatisfy((input, times) -> assertThat(times).as(input).isEqualTo(1));
    }

    /// Counts the calls of the engine to the outside, and kills it at the ones that `dies` picks.
    private static final class Killer implements Runnable {
        private final Function<Integer, Boolean> dies;
        private int calls;

        Killer(Function<Integer, Boolean> dies) {
            this.dies = dies;
        }

        @Override
        public void run() {
            if (dies.apply(++calls)) {
                throw new Crash();
            }
        }
    }

    /// A journal around whose appends the process may die.
    private record Deadly(JournalStore store, Runnable killer) implements JournalStore {
        @Override
        public End read(Consumer<JournalRecord> each) {
            return store.read(each);
        }

        @Override
        public boolean begin(int epoch, JournalRecord opened) {
            return store.begin(epoch, opened);
        }

        @Override
        public boolean append(int epoch, List<JournalRecord> batch) {
            killer.run();
            boolean appended = store.append(epoch, batch);
            killer.run();
            return appended;
        }

        @Override
        public int newestEpoch() {
            return store.newestEpoch();
        }
    }

    private static Simulation deadly(Function<String, Fault> faults, Function<Integer, Boolean> dies) {
        FakeWorld world = new FakeWorld(faults);
        Killer killer = new Killer(dies);
        world.atEveryCall(killer);
        return new Simulation(world, plan(world), new Deadly(new MemoryJournalStore(), killer));
    }

    @Test
    void a_crash_at_any_one_call_changes_nothing() {
        String expected = expected();
        AtomicInteger last = new AtomicInteger();
        deadly(_ -> Fault.NONE, call -> last.accumulateAndGet(call, Math::max) < 0)
                .finish();
        for (int point = 1; point <= last.get(); point++) {
            int here = point;
            check(deadly(_ -> Fault.NONE, call -> call == here), expected);
        }
        assertThat(last.get()).isGreaterThan(200);
    }

    @Test
    void a_second_crash_during_recovery_changes_nothing() {
        String expected = expected();
        for (int first = 5; first <= 200; first += 5) {
            for (int gap = 1; gap <= 8; gap++) {
                int one = first;
                int two = first + gap;
                check(deadly(_ -> Fault.NONE, call -> call == one || call == two), expected);
            }
        }
    }

    @Test
    void seeded_fault_schedules_change_nothing() {
        String expected = expected();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            int here = seed;
            assertThatCode(() -> check(disturbed(here), expected))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    /// About one call in six goes wrong and one in forty kills the engine.
    static Simulation disturbed(int seed) {
        Random random = new Random(seed);
        Random deaths = new Random(~seed);
        return deadly(faults(random), _ -> deaths.nextInt(40) == 0);
    }

    private static Function<String, Fault> faults(Random random) {
        return place -> {
            if (random.nextInt(6) != 0) {
                return Fault.NONE;
            }
            return switch (place) {
                case "submit" ->
                    pick(
                            random,
                            Fault.REPLY_LOST,
                            Fault.TAKEN_LATE,
                            Fault.TAKEN_TOO_LATE,
                            Fault.SUBMIT_LOST,
                            Fault.TURNED_AWAY);
                case "job" ->
                    pick(
                            random,
                            Fault.MACHINE_FAILS,
                            Fault.SURVIVES_ITS_MACHINE,
                            Fault.REGRESSES,
                            Fault.VANISHES,
                            Fault.FORGOTTEN,
                            Fault.RUNS_OUT_OF_TIME);
                case "observe" -> random.nextInt(5) == 0 ? Fault.UNANSWERED : Fault.NONE;
                case "files" -> Fault.UNREADABLE;
                default -> throw new IllegalArgumentException(place);
            };
        };
    }

    private static Fault pick(Random random, Fault... faults) {
        return faults[random.nextInt(faults.length)];
    }

    @Test
    void the_same_seed_gives_the_same_journal() {
        assertThat(journal(disturbed(7))).isEqualTo(journal(disturbed(7))).isNotEqualTo(journal(disturbed(8)));
    }

    private static List<JournalRecord> journal(Simulation simulation) {
        simulation.finish();
        List<JournalRecord> records = new ArrayList<>();
        simulation.journal.read(records::add);
        return records;
    }

    // Planted bugs: each must be caught, or the tests above prove nothing.

    @Test
    void the_harness_catches_a_failed_query_taken_for_an_absence() {
        assertCaught(
                world -> hasty(world)
                        .with(ports -> withScheduler(ports, new Shim(ports.scheduler()) {
                            @Override
                            public Map<Token, Observation> observe(Map<Token, Instant> intents) {
                                var answers = new HashMap<>(super.observe(intents));
                                answers.replaceAll(
                                        (_, o) -> o instanceof Observation.Unanswered ? new Observation.Absent() : o);
                                return answers;
                            }
                        })),
                false);
    }

    /// Jobs of the fake world run for 100 s: with less patience than that a wrong absence does its harm.
    private static Simulation hasty(FakeWorld world) {
        Simulation simulation = simulation(world);
        simulation.settings =
                new Settings(500, 50, 3, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(15), 5);
        return simulation;
    }

    @Test
    void the_harness_catches_a_missing_claim() {
        assertCaught(CrashTest::simulation, true);
    }

    @Test
    void the_harness_catches_an_unclear_submit_taken_for_a_refusal() {
        assertCaught(
                world -> simulation(world)
                        .with(ports -> withScheduler(ports, new Shim(ports.scheduler()) {
                            @Override
                            public Submission submit(JobRequest request) {
                                Submission answer = super.submit(request);
                                return answer instanceof Submission.Unclear(var why)
                                        ? new Submission.Rejected(why)
                                        : answer;
                            }
                        })),
                false);
    }

    @Test
    void the_harness_catches_impatience() {
        assertCaught(
                world -> {
                    Simulation simulation = simulation(world);
                    simulation.settings = new Settings(500, 50, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, 5);
                    return simulation;
                },
                false);
    }

    @Test
    void the_harness_catches_a_sentinel_that_is_not_asked_for() {
        assertCaught(
                world -> simulation(world)
                        .with(ports -> withEvidence(ports, new Evidence() {
                            @Override
                            public Optional<JobId> claim(Path directory) {
                                return ports.evidence().claim(directory);
                            }

                            @Override
                            public Optional<Killing> killing(Path directory, JobId job) {
                                return Optional.empty();
                            }

                            @Override
                            public Verdict sentinel(Token token, Path directory, List<String> outputs) {
                                return new Verdict.Complete(0);
                            }
                        })),
                false);
    }

    private static void assertCaught(Function<FakeWorld, Simulation> planted, boolean withoutClaims) {
        String expected = expected();
        int caught = 0;
        for (int seed = 0; seed < 200 && caught == 0; seed++) {
            FakeWorld world = new FakeWorld(faults(new Random(seed)));
            Simulation simulation = planted.apply(withoutClaims ? world.withoutClaims() : world);
            try {
                check(simulation, expected);
            } catch (AssertionError _) {
                caught++;
            }
        }
        assertThat(caught).isPositive();
    }

    private static class Shim implements Scheduler {
        private final Scheduler inner;

        Shim(Scheduler inner) {
            this.inner = inner;
        }

        @Override
        public Submission submit(JobRequest request) {
            return inner.submit(request);
        }

        @Override
        public Map<Token, Observation> observe(Map<Token, Instant> intents) {
            return inner.observe(intents);
        }

        @Override
        public String cancel(JobId id) {
            return inner.cancel(id);
        }
    }

    private static Ports withScheduler(Ports p, Scheduler scheduler) {
        return new Ports(
                p.clock(),
                scheduler,
                p.transport(),
                p.evidence(),
                p.scripts(),
                p.objects(),
                p.folder(),
                p.cancelRequested(),
                p.random());
    }

    private static Ports withEvidence(Ports p, Evidence evidence) {
        return new Ports(
                p.clock(),
                p.scheduler(),
                p.transport(),
                evidence,
                p.scripts(),
                p.objects(),
                p.folder(),
                p.cancelRequested(),
                p.random());
    }
}
