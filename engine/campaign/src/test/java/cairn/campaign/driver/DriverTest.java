package cairn.campaign.driver;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.calculation.CalculationState;
import cairn.campaign.fake.FakeStep;
import cairn.campaign.fake.FakeWorld;
import cairn.campaign.fake.Fault;
import cairn.campaign.frontier.StepStanding;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.news.News;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Observation;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DriverTest {
    private final FakeWorld world = new FakeWorld(_ -> Fault.NONE);
    private final FakeStep relax = FakeStep.of(world, "relax", 1, 1);
    private final FakeStep hop = FakeStep.of(world, "hop", 1, 1, "relax");
    private final FakeStep other = FakeStep.of(world, "other", 1, 1);

    private Simulation simulation(Step... steps) {
        return new Simulation(world, List.of(steps));
    }

    private static CampaignView.StepView step(CampaignView view, String name) {
        return view.steps().stream()
                .filter(step -> step.id().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// A scheduler that refuses jobs whose token holds a word, and passes the rest on.
    private static Simulation.PortsShim refusing(String word) {
        return ports -> withScheduler(ports, new Scheduler() {
            @Override
            public Submission submit(JobRequest request) {
                return request.token().value().contains(word)
                        ? new Submission.Rejected("Invalid partition name specified")
                        : ports.scheduler().submit(request);
            }

            @Override
            public Map<Token, Observation> observe(Map<Token, Instant> intents) {
                return ports.scheduler().observe(intents);
            }

            @Override
            public String cancel(JobId id) {
                return ports.scheduler().cancel(id);
            }
        });
    }

    static Ports withScheduler(Ports p, Scheduler scheduler) {
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

    @Test
    void a_step_runs_after_the_steps_it_depends_on() {
        Simulation simulation = simulation(hop, relax);
        simulation.start().turn();
        assertThat(step(simulation.view(), "relax").standing()).isEqualTo(new StepStanding.Active());
        assertThat(step(simulation.view(), "hop").standing()).isEqualTo(new StepStanding.Waiting());
        assertThat(simulation.finish().isDone()).isTrue();
    }

    @Test
    void running_again_what_is_done_submits_nothing() {
        Simulation simulation = simulation(relax, hop);
        simulation.finish();
        String results = simulation.results();
        simulation.finish();
        assertThat(world.jobs()).isEqualTo(2);
        assertThat(simulation.results()).isEqualTo(results);
    }

    @Test
    void a_changed_input_runs_again_and_says_which_part_changed() {
        Simulation simulation = simulation(relax);
        simulation.finish();
        simulation.steps = List.of(relax.salted(" slower"));
        CampaignView view = simulation.finish();
        assertThat(world.jobs()).isEqualTo(2);
        assertThat(step(view, "relax").calculations().getFirst().history())
                .extracting(CampaignView.Line::text)
                .contains("attempt 2: file input changed");
        assertThat(step(view, "relax").calculations().getFirst().jobs())
                .containsExactly(new JobId("1001"), new JobId("1002"));
    }

    @Test
    void a_job_whose_acceptance_was_lost_is_known_by_its_id_once_it_is_found() {
        FakeWorld losing = new FakeWorld(place -> place.equals("submit") ? Fault.REPLY_LOST : Fault.NONE);
        Simulation simulation = new Simulation(losing, List.of(FakeStep.of(losing, "relax", 1, 1)));
        assertThat(step(simulation.finish(), "relax").calculations().getFirst().jobs())
                .containsExactly(new JobId("1001"));
    }

    @Test
    void an_input_changed_back_finds_its_old_result() {
        Simulation simulation = simulation(relax);
        simulation.finish();
        String first = simulation.results();
        simulation.steps = List.of(relax.salted(" slower"));
        simulation.finish();
        simulation.steps = List.of(relax);
        simulation.finish();
        assertThat(world.jobs()).isEqualTo(2);
        assertThat(simulation.results()).isEqualTo(first);
    }

    @Test
    void a_job_whose_inputs_changed_while_it_ran_is_ended_and_replaced() {
        Simulation simulation = simulation(relax);
        Simulation.turns(simulation.start(), world, 5);
        simulation.steps = List.of(relax.salted(" slower"));
        assertThat(simulation.finish().isDone()).isTrue();
        assertThat(world.successes()).containsOnlyKeys("relax slower#0.0");
    }

    @Test
    void a_job_that_no_step_asks_for_any_more_is_ended() {
        Simulation simulation = simulation(relax, other);
        Simulation.turns(simulation.start(), world, 5);
        simulation.steps = List.of(other);
        simulation.finish();
        assertThat(world.successes()).containsOnlyKeys("other#0.0");
    }

    @Test
    void a_refused_job_fails_its_step_and_blocks_its_dependents_only() {
        Simulation simulation = simulation(relax, hop, other).with(refusing("relax"));
        CampaignView view = simulation.finish();
        assertThat(step(view, "relax").standing())
                .isInstanceOfSatisfying(
                        StepStanding.Failed.class,
                        failed -> assertThat(failed.failure().message()).contains("Invalid partition name specified"));
        assertThat(step(view, "hop").standing()).isEqualTo(new StepStanding.Blocked(new StepId("relax")));
        assertThat(step(view, "other").standing()).isEqualTo(new StepStanding.Done());
    }

    /// A scheduler that takes no jobs before that instant.
    private static Simulation.PortsShim busyUntil(Instant end, AtomicInteger submits) {
        return ports -> withScheduler(ports, new Scheduler() {
            @Override
            public Submission submit(JobRequest request) {
                submits.incrementAndGet();
                return ports.clock().instant().isBefore(end)
                        ? new Submission.Busy("QOSMaxSubmitJobPerUserLimit")
                        : ports.scheduler().submit(request);
            }

            @Override
            public Map<Token, Observation> observe(Map<Token, Instant> intents) {
                return ports.scheduler().observe(intents);
            }

            @Override
            public String cancel(JobId id) {
                return ports.scheduler().cancel(id);
            }
        });
    }

    @Test
    void jobs_that_are_turned_away_wait_for_days_are_tried_seldom_and_then_run() {
        AtomicInteger submits = new AtomicInteger();
        Instant end = world.instant().plus(Duration.ofDays(3));
        Simulation simulation = simulation(relax, hop, other).with(busyUntil(end, submits));
        Simulation.turns(simulation.start(), world, 6 * 60 * 72);
        assertThat(step(simulation.view(), "relax").standing()).isEqualTo(new StepStanding.Active());
        assertThat(submits.get()).isLessThan(2 * 30 * 72 + 20);
        assertThat(simulation.news)
                .filteredOn(News.Trouble.class::isInstance)
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.toString())
                        .contains("takes no more jobs for now", "QOSMaxSubmitJobPerUserLimit"));
        assertThat(simulation.finish().isDone()).isTrue();
        assertThat(world.jobs()).isEqualTo(3);
    }

    @Test
    void a_job_in_doubt_that_is_turned_away_is_never_given_up() {
        AtomicInteger submits = new AtomicInteger();
        FakeWorld losing =
                new FakeWorld(place -> place.equals("submit") && submits.get() == 0 ? Fault.SUBMIT_LOST : Fault.NONE);
        Simulation simulation = new Simulation(losing, List.of(FakeStep.of(losing, "relax", 1, 1)));
        Simulation.turns(simulation.start(), losing, 2);
        Instant end = losing.instant().plus(Duration.ofDays(1));
        Simulation.turns(simulation.with(busyUntil(end, submits)).start(), losing, 6 * 60 * 24);
        assertThat(submits.get()).isGreaterThan(Settings.cluster().maxSubmits());
        assertThat(step(simulation.view(), "relax").standing()).isEqualTo(new StepStanding.Active());
    }

    @Test
    void a_new_run_tries_a_failed_calculation_again() {
        Simulation simulation = simulation(relax, hop).with(refusing("relax"));
        assertThat(simulation.finish().hasFailed()).isTrue();
        assertThat(simulation.with(ports -> ports).finish().isDone()).isTrue();
        assertThat(step(simulation.view(), "relax").calculations().getFirst().attempts())
                .isEqualTo(2);
    }

    @Test
    void a_cancel_ends_all_jobs_and_the_next_run_goes_on() {
        AtomicBoolean cancel = new AtomicBoolean();
        Simulation simulation = simulation(relax, hop, other);
        simulation.cancel = cancel::get;
        CampaignView view = simulation.finish(turn -> cancel.set(turn >= 5));
        assertThat(view.steps().getFirst().calculations().getFirst().state())
                .isInstanceOfSatisfying(
                        CalculationState.Failed.class,
                        failed -> assertThat(failed.failure().signature()).isEqualTo("cancelled"));
        assertThat(world.isQuiet()).isTrue();
        cancel.set(false);
        assertThat(simulation.finish().isDone()).isTrue();
    }

    @Test
    void no_more_jobs_are_submitted_than_the_limit_allows() {
        Simulation simulation = simulation(FakeStep.of(world, "points", 1, 7));
        simulation.settings =
                new Settings(3, 2, 3, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(15), 5);
        Driver driver = simulation.start();
        driver.turn();
        assertThat(world.jobs()).isEqualTo(2);
        driver.turn();
        driver.turn();
        assertThat(world.jobs()).isEqualTo(3);
        assertThat(simulation.finish().isDone()).isTrue();
    }

    @Test
    void a_scheduler_that_does_not_answer_is_left_in_peace_and_loses_nothing() {
        HashMap<String, Integer> asked = new HashMap<>();
        Simulation simulation = simulation(relax, hop);
        Simulation.turns(simulation.start(), world, 4);
        Driver driver = simulation
                .with(ports -> withScheduler(ports, new Scheduler() {
                    @Override
                    public Submission submit(JobRequest request) {
                        throw new AssertionError("nothing is submitted while the scheduler does not answer");
                    }

                    @Override
                    public Map<Token, Observation> observe(Map<Token, Instant> intents) {
                        asked.merge("observe", 1, Integer::sum);
                        Map<Token, Observation> answers = new HashMap<>();
                        intents.keySet().forEach(token -> answers.put(token, new Observation.Unanswered("down")));
                        return answers;
                    }

                    @Override
                    public String cancel(JobId id) {
                        throw new AssertionError("nothing is cancelled while the scheduler does not answer");
                    }
                }))
                .start();
        CalculationState before =
                step(simulation.view(), "relax").calculations().getFirst().state();
        Simulation.turns(driver, world, 6 * 60 * 72);
        assertThat(step(simulation.view(), "relax").calculations().getFirst().state())
                .isEqualTo(before);
        assertThat(asked.get("observe")).isBetween(72 * 6, 2 * 72 * 6 + 10);
        assertThat(simulation.with(ports -> ports).finish().isDone()).isTrue();
        assertThat(world.jobs()).isEqualTo(2);
    }

    @Test
    void a_second_owner_deposes_the_first_which_touches_nothing_more() {
        Simulation simulation = simulation(relax, hop);
        Driver first = simulation.start();
        Simulation.turns(first, world, 3);
        Driver second = simulation.start();
        JournalStore.End end = simulation.journal.read(_ -> {});
        assertThat(first.turn())
                .isInstanceOfSatisfying(
                        Turn.Deposed.class,
                        deposed -> assertThat(deposed.message()).contains("another process"));
        assertThat(simulation.journal.read(_ -> {})).isEqualTo(end);
        Simulation.turns(second, world, 100);
        assertThat(simulation.view().isDone()).isTrue();
        assertThat(world.jobs()).isEqualTo(2);
    }

    @Test
    void the_state_in_memory_is_the_fold_of_the_journal() {
        Simulation simulation = simulation(relax, hop, other);
        simulation.finish();
        CampaignState folded = new CampaignState();
        simulation.journal.read(folded::apply);
        Map<Object, CalculationState> told = new HashMap<>();
        simulation.news.forEach(news -> {
            if (news instanceof News.Moved(var id, var _, var now)) {
                told.put(id, now);
            }
        });
        assertThat(folded.calculations()).isEqualTo(told);
    }
}
