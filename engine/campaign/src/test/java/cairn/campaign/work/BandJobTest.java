package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.work.files.EvaluationLog;
import cairn.campaign.work.files.EvaluationLog.Answer;
import cairn.campaign.work.files.ProgressFile;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Verify;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A surrogate search of the hop of Li in silicon, in jobs that do not always live long, on the built-in potential.
class BandJobTest {
    private static final Code MEAM = Codes.named("builtin/meam-lisi").orElseThrow();
    private static final NebSettings NEB = new NebSettings(
            5, 0.01, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.WHEN_SETTLED, NebSettings.Optimizer.LBFGS, 200);
    private static final SearchChoice ONE_AT_A_TIME = new SearchChoice.Surrogate(1, 200, new SearchChoice.Prior.None());

    @TempDir
    private static Path folder;

    private static WorkOrder.Endpoint from;
    private static WorkOrder.Endpoint to;
    private static List<Observation> ways;
    private static ObjectNode undisturbed;

    @BeforeAll
    static void relax_both_ends_and_search_once_undisturbed() throws IOException {
        ObjectNode start = relaxed("from", 0.5);
        ObjectNode end = relaxed("to", 0.75);
        from = endpoint(start);
        to = endpoint(end);
        ways = Stream.concat(way(start, from), way(end, to)).toList();
        undisturbed = run("undisturbed", order(ONE_AT_A_TIME));
    }

    private static ObjectNode relaxed(String name, double at) throws IOException {
        RelaxSettings settings = new RelaxSettings(false, 0.01, 1, 200);
        return run(name, new WorkOrder.Relax(MEAM.name(), Silicon.withLithiumAt(at), settings));
    }

    private static WorkOrder.Endpoint endpoint(ObjectNode relaxed) {
        return new WorkOrder.Endpoint(
                StructureJson.read(relaxed.required("structure")), EvaluationJson.read(relaxed.required("evaluation")));
    }

    private static Stream<Observation> way(ObjectNode relaxed, WorkOrder.Endpoint endpoint) {
        return relaxed.required("trajectory")
                .valueStream()
                .map(node -> ObservationJson.read(node, endpoint.structure()));
    }

    private static WorkOrder.Band order(SearchChoice search) {
        return new WorkOrder.Band(MEAM.name(), from, to, NEB, search, ways);
    }

    @Test
    void the_barrier_is_that_of_the_plain_band() {
        assertThat(undisturbed.required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(1e-3));
        assertThat(undisturbed.required("search").stringValue()).isEqualTo("surrogate");
        assertThat(undisturbed.required("barrier_uncertainty_ev").doubleValue()).isBetween(0.0, 1e-3);
        assertThat(undisturbed.required("converged").stringValue()).isEqualTo("SADDLE");
        assertThat(undisturbed.required("went_on_as_plain").booleanValue()).isFalse();
        assertThat(undisturbed.required("force_evaluations").intValue())
                .isEqualTo(answersIn("undisturbed").size());
    }

    @Test
    void endpoints_and_climbing_image_are_evaluated_and_of_the_others_it_says_how_uncertain_they_are() {
        int climbing = undisturbed.required("highest_image").intValue();
        JsonNode profile = undisturbed.required("profile");
        for (int image = 0; image < 7; image++) {
            boolean evaluated = image == 0 || image == climbing || image == 6;
            double uncertainty = profile.required("uncertainties_ev").get(image).doubleValue();
            assertThat(profile.required("evaluated").get(image).booleanValue()).isEqualTo(evaluated);
            assertThat(uncertainty).isBetween(evaluated ? 0 : Double.MIN_VALUE, evaluated ? 0 : 0.1);
        }
        assertThat(undisturbed.required("modelled_images").intValue()).isEqualTo(4);
        double saddle = profile.required("energies_ev").get(climbing).doubleValue();
        assertThat(answersIn("undisturbed"))
                .extracting(answer -> answer.evaluation().energyEv())
                .contains(saddle);
        assertThat(profile.required("saddle").required("energy_ev").doubleValue())
                .isEqualTo(saddle);
    }

    @Test
    void a_search_that_cannot_use_a_model_says_that_it_went_on_as_a_plain_band() throws IOException {
        NebSettings neverClimbs = new NebSettings(
                5, 0.05, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.NEVER, NebSettings.Optimizer.LBFGS, 200);

        ObjectNode plain =
                run("never-climbs", new WorkOrder.Band(MEAM.name(), from, to, neverClimbs, ONE_AT_A_TIME, ways));

        assertThat(plain.required("search").stringValue()).isEqualTo("surrogate");
        assertThat(plain.required("went_on_as_plain").booleanValue()).isTrue();
        assertThat(plain.required("modelled_images").intValue()).isZero();
        assertThat(plain.required("converged").stringValue()).isEqualTo("PATH");
        assertThat(ProgressFile.read(folder.resolve("never-climbs"))
                        .orElseThrow()
                        .required("went_on_as_plain")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void a_demand_for_an_algebra_that_does_not_exist_fails_the_work_in_words() throws IOException {
        System.setProperty("cairn.algebra", "nonsense");
        try {
            JsonNode error = run("nonsense", order(ONE_AT_A_TIME)).required("error");
            assertThat(error.required("signature").stringValue()).isEqualTo("work/algebra");
            assertThat(error.required("message").stringValue()).startsWith("CAIRN_ALGEBRA is 'nonsense'");
        } finally {
            System.clearProperty("cairn.algebra");
        }
    }

    @Test
    void a_killed_search_goes_on_from_its_last_evaluation_to_the_same_bytes() throws IOException {
        byte[] evaluations = Files.readAllBytes(folder.resolve("undisturbed").resolve(WorkOrder.EVALUATIONS));
        for (int tenth = 1; tenth < 10; tenth++) {
            Path cut = prepared("cut-" + tenth, order(ONE_AT_A_TIME));
            Files.write(
                    cut.resolve(WorkOrder.EVALUATIONS), Arrays.copyOf(evaluations, evaluations.length / 10 * tenth));
            Work.run(cut, 1);
            assertThat(cut.resolve(WorkOrder.RESULT)).hasSameBinaryContentAs(folder.resolve("undisturbed/result.json"));
            assertThat(answersIn("cut-" + tenth)).hasSameSizeAs(answersIn("undisturbed"));
        }
    }

    @Test
    void a_saddle_point_is_verified_on_true_forces_and_a_killed_proof_goes_on_with_what_it_knew() throws IOException {
        WorkOrder.Band proven = new WorkOrder.Band(
                MEAM.name(), from, to, BandTask.of(NEB, ONE_AT_A_TIME).verifying(Verify.SADDLE), ways);
        ObjectNode verified = run("verified", proven);
        int spent = verified.required("force_evaluations").intValue();
        assertThat(verified.required("converged").stringValue()).isEqualTo("VERIFIED");
        assertThat(verified.required("barrier_forward_ev")).isEqualTo(undisturbed.required("barrier_forward_ev"));
        assertThat(spent)
                .isGreaterThan(undisturbed.required("force_evaluations").intValue() + 10);
        assertThat(answersIn("verified")).hasSize(spent);

        byte[] evaluations = Files.readAllBytes(folder.resolve("verified").resolve(WorkOrder.EVALUATIONS));
        for (int third = 1; third < 3; third++) {
            Path cut = prepared("verified-" + third, proven);
            Files.write(cut.resolve(WorkOrder.EVALUATIONS), Arrays.copyOf(evaluations, evaluations.length / 3 * third));
            Work.run(cut, 1);
            assertThat(cut.resolve(WorkOrder.RESULT)).hasSameBinaryContentAs(folder.resolve("verified/result.json"));
            assertThat(answersIn("verified-" + third)).hasSize(spent);
        }
    }

    /// As on a machine whose last digits differ: what was evaluated is near what is asked for, and not the same.
    @Test
    void evaluations_that_are_asked_for_no_more_are_data_and_are_counted() throws IOException {
        List<Observation> elsewhere = answersIn("undisturbed").stream()
                .limit(4)
                .map(BandJobTest::shifted)
                .toList();
        Path directory = prepared("elsewhere", order(ONE_AT_A_TIME));
        try (EvaluationLog log = logIn("elsewhere")) {
            elsewhere.forEach(each -> log.append(each.structure(), new Answer(each.evaluation(), "1")));
        }

        Work.run(directory, 1);

        ObjectNode result = ResultFile.read(directory).orElseThrow();
        int spent = result.required("force_evaluations").intValue();
        assertThat(result.required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(1e-3));
        assertThat(answersIn("elsewhere"))
                .startsWith(elsewhere.toArray(Observation[]::new))
                .hasSize(spent);
        assertThat(spent)
                .as("what was known is not paid for again")
                .isLessThan(4 + undisturbed.required("force_evaluations").intValue());
    }

    @Test
    void so_many_images_at_a_time_are_answered_by_as_many_engines() throws IOException {
        ObjectNode three = run("three", order(new SearchChoice.Surrogate(3, 200, new SearchChoice.Prior.None())));
        assertThat(three.required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(1e-3));
        assertThat(three.required("rounds").intValue())
                .isLessThanOrEqualTo(undisturbed.required("rounds").intValue());
        assertThat(three.required("force_evaluations").intValue())
                .isEqualTo(3 * three.required("rounds").intValue());
    }

    @Test
    void a_prior_that_is_nearly_right_leaves_nearly_nothing_to_ask() throws IOException {
        Silicon.needsLammps();
        SearchChoice overLammps = new SearchChoice.Surrogate(1, 200, new SearchChoice.Prior.OfCode("lammps"));

        ObjectNode result = run("prior", order(overLammps));

        assertThat(result.required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(1e-3));
        assertThat(result.required("force_evaluations").intValue())
                .as("the prior's own calls are not counted")
                .isEqualTo(answersIn("prior").size())
                .isLessThan(undisturbed.required("force_evaluations").intValue());
    }

    private static Observation shifted(Observation observation) {
        double[] positions = observation.structure().positions().toArray();
        positions[0] += 1e-9;
        return new Observation(
                observation.structure().withPositions(Positions.of(positions)), observation.evaluation());
    }

    private static List<Observation> answersIn(String name) {
        try (EvaluationLog log = logIn(name)) {
            Structure like = from.structure();
            return log.ofEarlierAttempts(like);
        }
    }

    private static EvaluationLog logIn(String name) {
        return EvaluationLog.open(folder.resolve(name).resolve(WorkOrder.EVALUATIONS), MEAM.fingerprint());
    }

    private static ObjectNode run(String name, WorkOrder order) throws IOException {
        Path directory = prepared(name, order);
        Work.run(directory, 3);
        return ResultFile.read(directory).orElseThrow();
    }

    private static Path prepared(String name, WorkOrder order) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.writeString(directory.resolve(WorkOrder.FILE), WorkOrderJson.write(order));
        return directory;
    }
}
