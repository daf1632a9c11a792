package cairn.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.clock.Cadence;
import cairn.campaign.clock.Pace;
import cairn.campaign.driver.Settings;
import cairn.campaign.driver.Site;
import cairn.campaign.fake.FakeStep;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.fake.Fault;
import cairn.campaign.journal.Owner;
import cairn.campaign.owner.Machine;
import cairn.campaign.owner.Stopwatch;
import cairn.campaign.run.Campaign.Opening;
import cairn.campaign.run.Campaign.RunEnd;
import cairn.campaign.step.Step;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
    @TempDir
    Path folder;

    private final FakeWorld world = new FakeWorld(_ -> Fault.NONE);
    private final List<Step> steps =
            List.of(FakeStep.of(world, "relax", 1, 1), FakeStep.of(world, "hop", 2, 1, "relax"));

    /// A machine on which the only other process is alive or dead.
    private record FakeMachine(long pid, boolean othersRun) implements Machine {
        @Override
        public Owner self() {
            return new Owner("node", "boot", "pid:[1]", pid, 1, "somebody");
        }

        @Override
        public boolean runs(Owner owner) {
            return othersRun;
        }
    }

    /// A cadence by which the world's clock is moved on instead of waiting.
    private final class HandCadence implements Cadence {
        private int waits;
        private Runnable atThirdWait = () -> {};

        @Override
        public void await(Duration delay) {
            world.pass(Duration.ofSeconds(10));
            if (++waits == 3) {
                atThirdWait.run();
            }
        }

        @Override
        public void wake() {}

        @Override
        public void every(Duration period, Runnable beat) {
            beat.run();
        }

        @Override
        public void close() {}
    }

    private Opening open(long pid, boolean othersRun) {
        return Campaign.open(folder, new FakeMachine(pid, othersRun), Stopwatch.system(), world);
    }

    private Campaign opened(long pid) {
        if (open(pid, false) instanceof Opening.Opened(var campaign)) {
            return campaign;
        }
        throw new AssertionError("refused");
    }

    private RunEnd run(Campaign campaign, HandCadence cadence) {
        Site site = new Site(world, world, world, world, folder, Settings.cluster());
        Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(1));
        return campaign.run(steps, site, cadence, pace, _ -> {});
    }

    @Test
    void a_campaign_runs_to_its_end_in_a_folder_and_its_results_are_written() throws IOException {
        try (Campaign campaign = opened(1)) {
            assertThat(run(campaign, new HandCadence())).isEqualTo(new RunEnd.Finished());
        }
        CampaignView view = Campaign.view(folder, steps);
        assertThat(view.isDone()).isTrue();
        ResultsFile.write(folder, ResultsFile.json("c", "w", view));
        String first = Files.readString(folder.resolve("results.json"));
        assertThat(first).contains("\"state\" : \"done\"", "\"kind\" : \"fake\"", "\"value\" : ");
        ResultsFile.write(folder, ResultsFile.json("c", "w", Campaign.view(folder, steps)));
        assertThat(Files.readString(folder.resolve("results.json"))).isEqualTo(first);
    }

    @Test
    void a_second_process_is_refused_while_the_first_lives_and_welcome_when_it_is_dead() {
        try (Campaign _ = opened(1)) {
            assertThat(open(2, true))
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused -> assertThat(refused.message()).contains("somebody on node (process 1)"));
            try (Campaign second = opened(3)) {
                assertThat(run(second, new HandCadence())).isEqualTo(new RunEnd.Finished());
            }
        }
    }

    @Test
    void a_run_that_is_overtaken_stops_with_a_plain_message() {
        HandCadence cadence = new HandCadence();
        try (Campaign first = opened(1)) {
            cadence.atThirdWait = () -> opened(2).close();
            assertThat(run(first, cadence))
                    .isInstanceOfSatisfying(
                            RunEnd.Stopped.class,
                            stopped -> assertThat(stopped.message())
                                    .contains("another process has taken this campaign over"));
        }
    }

    @Test
    void a_detached_run_leaves_its_jobs_and_the_next_one_goes_on() {
        HandCadence cadence = new HandCadence();
        try (Campaign first = opened(1)) {
            cadence.atThirdWait = first::detach;
            assertThat(run(first, cadence)).isEqualTo(new RunEnd.Detached());
        }
        assertThat(open(2, true)).isInstanceOf(Opening.Opened.class);
        try (Campaign second = opened(3)) {
            assertThat(run(second, new HandCadence())).isEqualTo(new RunEnd.Finished());
        }
        assertThat(world.successes().values()).containsOnly(1);
    }

    @Test
    void a_cancel_request_in_the_folder_ends_the_run() {
        HandCadence cadence = new HandCadence();
        try (Campaign campaign = opened(1)) {
            cadence.atThirdWait = () -> Campaign.requestCancel(folder);
            assertThat(run(campaign, cadence)).isEqualTo(new RunEnd.Finished());
        }
        assertThat(Campaign.view(folder, steps).isDone()).isFalse();
        assertThat(world.isQuiet()).isTrue();
    }
}
