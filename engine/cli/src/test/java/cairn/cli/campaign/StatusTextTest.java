package cairn.cli.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Inputs;
import cairn.campaign.calculation.Transitions;
import cairn.campaign.frontier.StepStanding;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StatusTextTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JobId JOB = new JobId("1234");
    private static final CalculationEvent PREPARED = new CalculationEvent.Prepared(
            1, new Token("t.1"), "attempt-1", new Inputs(Digest.of(new byte[0]), new TreeMap<>()), "first attempt");

    private static String detail(String last, CalculationEvent... events) {
        return detail(Optional.empty(), 1, last, events);
    }

    private static String detail(
            Optional<ObjectNode> progress, int calculations, String last, CalculationEvent... events) {
        CalculationState state = new CalculationState.Planned();
        for (CalculationEvent event : events) {
            state = Transitions.next(state, event);
        }
        CalculationId id = new CalculationId(new StepId("hop"), "band");
        CalculationView calculation =
                new CalculationView(id, state, List.of(), List.of(new Line(NOON, last)), List.of());
        StepView step = new StepView(
                id.step(),
                "neb",
                new StepStanding.Active(),
                Optional.empty(),
                progress,
                Collections.nCopies(calculations, calculation),
                List.of());
        CampaignView view = new CampaignView(new CampaignView.Driven.Never(), List.of(step));
        return StatusText.detail(step, List.of(), view);
    }

    @Test
    void a_live_job_is_named() {
        CalculationEvent intended = new CalculationEvent.SubmitIntended(NOON);
        CalculationEvent accepted = new CalculationEvent.Accepted(JOB);
        CalculationEvent runs = new CalculationEvent.Observed(JOB, JobState.RUNNING, "RUNNING");
        assertThat(detail("", PREPARED, intended, accepted)).isEqualTo("band: job 1234 queued");
        assertThat(detail("", PREPARED, intended, accepted, runs)).isEqualTo("band: job 1234 running");
    }

    @Test
    void a_step_that_knows_something_already_tells_it_first() {
        ObjectNode known = JsonMapper.shared().createObjectNode();
        known.put("force_evaluations", 5).put("rounds", 1);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .isEqualTo("5 evaluations in 1 round; band rendered");
        known.put("barrier_forward_ev", 0.55371);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .startsWith("barrier so far 0.5537 eV, 5 evaluations");
        known.put("barrier_uncertainty_ev", 0.0123).put("rounds_left", 3);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .isEqualTo("barrier so far 0.5537 +- 0.0123 eV, 5 evaluations in 1 round, about 3 rounds left; band"
                        + " rendered");
    }

    @Test
    void a_code_that_moves_the_atoms_by_itself_tells_how_far_it_is() {
        ObjectNode known = JsonMapper.shared().createObjectNode().put("steps", 1);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED)).isEqualTo("1 step done; band rendered");
        known.put("steps", 7).put("energy_ev", -32.07863).put("fmax_ev_per_ang", 0.17241);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .isEqualTo("7 steps done, energy so far -32.0786 eV, fmax 0.1724 eV/Angstrom; band rendered");
    }

    @Test
    void a_search_that_went_on_without_its_model_says_so_while_it_runs_and_at_its_end() {
        ObjectNode known = JsonMapper.shared().createObjectNode();
        known.put("barrier_forward_ev", 0.55371).put("went_on_as_plain", true);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .isEqualTo("barrier so far 0.5537 eV, gone on as a plain band; band rendered");
        assertThat(Findings.inShort(known)).isEqualTo("barrier forward 0.5537 eV, gone on as a plain band");
        known.put("went_on_as_plain", false);
        assertThat(Findings.inShort(known)).isEqualTo("barrier forward 0.5537 eV");
    }

    @Test
    void what_is_proven_of_a_path_is_told_with_its_barrier() {
        ObjectNode found = JsonMapper.shared().createObjectNode().put("barrier_forward_ev", 0.55371);
        assertThat(Findings.inShort(found.put("converged", "PATH")))
                .isEqualTo("barrier forward 0.5537 eV, path without a saddle point");
        assertThat(Findings.inShort(found.put("converged", "SADDLE")))
                .isEqualTo("barrier forward 0.5537 eV, saddle point not verified");
        assertThat(Findings.inShort(found.put("converged", "VERIFIED")))
                .isEqualTo("barrier forward 0.5537 eV, saddle point verified");
    }

    @Test
    void a_path_of_several_hops_tells_how_many_are_found_and_at_its_end_how_many_there_are() {
        ObjectNode known = JsonMapper.shared().createObjectNode().put("hops", 2).put("hops_found", 1);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED)).isEqualTo("1 of 2 hops found; band rendered");
        ObjectNode found = JsonMapper.shared().createObjectNode().put("barrier_forward_ev", 0.55371);
        found.putArray("hops").addObject();
        found.withArray("hops").addObject();
        assertThat(Findings.inShort(found)).isEqualTo("barrier forward 0.5537 eV, 2 hops");
        assertThat(Findings.quantities(found)).hasSize(1);
    }

    @Test
    void a_saddle_point_that_is_being_verified_is_said_to_be() {
        ObjectNode known = JsonMapper.shared().createObjectNode().put("barrier_forward_ev", 0.55371);
        known.put("verifying", true);
        assertThat(detail(Optional.of(known), 1, "rendered", PREPARED))
                .isEqualTo("barrier so far 0.5537 eV, verifying the saddle point; band rendered");
    }

    @Test
    void many_calculations_are_counted() {
        assertThat(detail(Optional.empty(), 40, "", PREPARED)).isEqualTo("jobs: 40 rendered");
    }

    @Test
    void without_a_job_the_last_event_tells() {
        assertThat(detail("attempt 1: first attempt", PREPARED)).isEqualTo("band rendered (attempt 1: first attempt)");
        assertThat(detail("rendered", PREPARED)).isEqualTo("band rendered");
    }
}
