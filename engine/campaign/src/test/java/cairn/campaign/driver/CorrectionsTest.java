package cairn.campaign.driver;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.fake.Crash;
import cairn.campaign.fake.FakeStep;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.fake.Fault;
import cairn.campaign.fake.FrailStep;
import cairn.campaign.fake.FrailStep.Health;
import cairn.campaign.journal.Event;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.MemoryJournalStore;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Changes of numerics are told, changes of physics hold for all that is compared, and both survive whatever dies.
class CorrectionsTest {
    private static List<Step> plan(FakeWorld world) {
        return List.of(
                FrailStep.of(FakeStep.of(world, "host", 1, 1), Health.SOUND),
                FrailStep.of(FakeStep.of(world, "start", 1, 1, "host"), Health.SOUND),
                FrailStep.of(FakeStep.of(world, "end", 1, 1, "host"), Health.FRAIL),
                FrailStep.of(FakeStep.of(world, "hop", 2, 2, "start", "end"), Health.SOUND, "start", "end"),
                FrailStep.of(FakeStep.of(world, "other", 1, 1, "host"), Health.SOUND));
    }

    private static Simulation simulation() {
        FakeWorld world = new FakeWorld(_ -> Fault.NONE);
        return new Simulation(world, plan(world));
    }

    /// The process dies once: before an append to the journal, or after it.
    private static final class Deadly implements JournalStore {
        private final JournalStore store = new MemoryJournalStore();
        private final int dies;
        private int moments;

        Deadly(int dies) {
            this.dies = dies;
        }

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
            mayDie();
            boolean appended = store.append(epoch, batch);
            mayDie();
            return appended;
        }

        private void mayDie() {
            if (moments++ == dies) {
                throw new Crash();
            }
        }

        private boolean hasDied() {
            return moments > dies;
        }

        @Override
        public int newestEpoch() {
            return store.newestEpoch();
        }
    }

    private static List<Amendment> amendments(Simulation simulation) {
        List<Amendment> amendments = new ArrayList<>();
        simulation.journal.read(each -> {
            if (each.event() instanceof Event.Amended(var amendment)) {
                amendments.add(amendment);
            }
        });
        return amendments;
    }

    private static Map<String, Integer> amended(CampaignView view) {
        return view.steps().stream()
                .collect(Collectors.toMap(
                        step -> step.id().value(), step -> step.amendments().size()));
    }

    @Test
    void physics_changes_for_all_that_is_compared_and_for_nothing_else() {
        Simulation simulation = simulation();

        CampaignView view = simulation.finish();

        assertThat(view.isDone()).isTrue();
        assertThat(amended(view)).isEqualTo(Map.of("host", 0, "start", 1, "end", 1, "hop", 1, "other", 0));
        assertThat(amendments(simulation))
                .extracting(Amendment::sentence)
                .containsExactly(
                        "After fake/frail in end:  (physics; right if it is frail), for all of end, hop, start");
    }

    @Test
    void what_was_done_already_with_other_physics_is_done_anew() {
        Simulation simulation = simulation();
        CampaignView view = simulation.finish();

        StepView start = view.steps().get(1);

        assertThat(start.id()).isEqualTo(new StepId("start"));
        assertThat(start.calculations())
                .singleElement()
                .satisfies(calculation -> assertThat(calculation.attempts()).isEqualTo(2));
    }

    @Test
    void a_correction_of_numerics_is_told_once_for_each_calculation() {
        CampaignView view = simulation().finish();

        assertThat(view.steps())
                .flatExtracting(StepView::calculations)
                .allSatisfy(calculation -> assertThat(calculation.corrections()).containsExactly(FrailStep.NUMERICS));
    }

    @Test
    void whenever_the_engine_dies_the_report_is_the_same_and_nothing_is_computed_twice() {
        String expected = finished(simulation());
        int moment = 0;
        boolean died = true;
        while (died) {
            FakeWorld world = world();
            Deadly journal = new Deadly(moment++);
            Simulation simulation = new Simulation(world, plan(world), journal);

            String results = finished(simulation);

            died = journal.hasDied();
            assertThat(results).as("died at moment %d", moment - 1).isEqualTo(expected);
            assertThat(amendments(simulation)).hasSize(1);
            assertThat(world.successes())
                    .allSatisfy((input, times) -> assertThat(times).as(input).isEqualTo(1));
        }
        assertThat(moment).isGreaterThan(20);
    }

    private static FakeWorld world() {
        return new FakeWorld(_ -> Fault.NONE);
    }

    private static String finished(Simulation simulation) {
        simulation.finish();
        return simulation.results();
    }
}
