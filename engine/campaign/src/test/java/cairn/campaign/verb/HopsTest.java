package cairn.campaign.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.Silicon;
import cairn.campaign.work.WorkResult;
import cairn.campaign.work.json.BandSplitJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import cairn.neb.BandSplit;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A path that is cut, as the driver asks for it; what calculations find is written down here.
class HopsTest {
    private static final Code MEAM = Codes.named("builtin/meam-lisi").orElseThrow();
    private static final NebSettings NEB = new NebSettings(
            3, 0.05, 0.1, NebSettings.Start.LINEAR, NebSettings.Climbing.FROM_START, NebSettings.Optimizer.ODE, 200);
    private static final RelaxSettings RELAX = new RelaxSettings(false, 0.02, 1, 77);
    private static final StepId PATH = new StepId("path");
    private static final StepId START = new StepId("start");
    private static final StepId END = new StepId("end");
    private static final double FROM = 0.5;
    private static final double TO = 0.9;

    private final Map<CalculationId, ObjectNode> calculations = new HashMap<>();
    private final Map<StepId, StepResult> steps = new HashMap<>();
    private final Results known = new Results() {
        @Override
        public Optional<StepResult> step(StepId id) {
            return Optional.ofNullable(steps.get(id));
        }

        @Override
        public Optional<ObjectNode> calculation(CalculationId id) {
            return Optional.ofNullable(calculations.get(id));
        }
    };

    private final NebStep step = new NebStep(
            PATH,
            START,
            END,
            new Setup(MEAM, new Resources(1, 1000, Duration.ofMinutes(5))),
            new BandPlan(
                    BandTask.of(NEB, new SearchChoice.Plain()).splitting(new Splitting.DeeperThan(0.05)),
                    JobPer.BAND,
                    0));

    @BeforeEach
    void both_ends_are_relaxed() {
        steps.put(START, new StepResult(Details.object(), end(FROM)));
        steps.put(END, new StepResult(Details.object(), end(TO)));
    }

    @Test
    void a_minimum_is_relaxed_as_the_endpoints_were_and_then_both_parts_are_asked_for() {
        assertThat(names()).containsExactly("band");
        cut("band", FROM, 0.7, TO);
        assertThat(names()).containsExactly("minimum");
        assertThat(orderOf("minimum")).isEqualTo(new WorkOrder.Relax(MEAM.name(), at(0.7), RELAX));
        assertThat(step.progress(known))
                .contains(Details.object().put("hops", 2).put("hops_found", 0));

        relaxed("minimum", 0.71);

        assertThat(names()).containsExactly("band-1", "band-2");
        WorkOrder.Band first = (WorkOrder.Band) orderOf("band-1");
        WorkOrder.Band second = (WorkOrder.Band) orderOf("band-2");
        assertThat(List.of(first.from().structure(), first.to().structure())).containsExactly(at(FROM), at(0.71));
        assertThat(List.of(second.from().structure(), second.to().structure())).containsExactly(at(0.71), at(TO));
        assertThat(first.along()).hasSize(3);
        assertThat(first.task().splitting()).isEqualTo(new Splitting.DeeperThan(0.05));
    }

    @Test
    void a_minimum_that_relaxes_to_an_end_was_none_and_the_band_is_searched_uncut() {
        cut("band", FROM, 0.6, TO);
        relaxed("minimum", FROM + 0.001);

        assertThat(names()).containsExactly("band-uncut");
        WorkOrder.Band uncut = (WorkOrder.Band) orderOf("band-uncut");
        assertThat(uncut.task().splitting()).isEqualTo(new Splitting.Never());
        assertThat(uncut.along())
                .as("from where the images stood")
                .containsExactly(at((FROM + 0.6) / 2), at((0.6 + TO) / 2));

        found("band-uncut", 0.3, FROM, TO);
        assertThat(result().result().has("hops")).isFalse();
        assertThat(result().result().required("force_evaluations").intValue()).isEqualTo(10 + 5 + 40);
    }

    @Test
    void parts_are_cut_as_well_but_not_for_ever() {
        cut("band", FROM, 0.7, TO);
        relaxed("minimum", 0.7);
        found("band-1", 0.2, FROM, 0.7);
        cut("band-2", 0.7, 0.8, TO);
        relaxed("minimum-2", 0.8);

        assertThat(names()).containsExactly("band-2-1", "band-2-2");
        assertThat(((WorkOrder.Band) orderOf("band-2-1")).task().splitting()).isEqualTo(new Splitting.Never());
        assertThat(step.progress(known))
                .contains(Details.object().put("hops", 3).put("hops_found", 1));
        assertThat(step.mostJobs()).as("seven bands and three minima").isEqualTo(10);
    }

    @Test
    void the_barriers_of_the_path_are_those_of_its_highest_saddle_point_seen_from_its_ends() {
        cut("band", FROM, 0.7, TO);
        relaxed("minimum", 0.7);
        found("band-1", 0.2, FROM, 0.7);
        found("band-2", 0.35, 0.7, TO);

        ObjectNode result = result().result();
        // Minima at -1, -1.1 and -1.2 eV: energy() below; saddle points at -0.8 and -0.75 eV.
        assertThat(result.required("barrier_forward_ev").doubleValue()).isCloseTo(0.25, within(1e-12));
        assertThat(result.required("barrier_reverse_ev").doubleValue()).isCloseTo(0.45, within(1e-12));
        assertThat(result.required("reaction_energy_ev").doubleValue()).isCloseTo(-0.2, within(1e-12));
        assertThat(result.required("converged").stringValue()).isEqualTo("SADDLE");
        assertThat(result.required("force_evaluations").intValue()).isEqualTo(10 + 5 + 40 + 40);
        assertThat(result.required("hops").get(1).required("from").stringValue())
                .isEqualTo("minimum 1");
        assertThat(result.required("hops").get(1).required("energy_from_ev").doubleValue())
                .isCloseTo(-0.1, within(1e-12));

        ObjectNode detail = result().detail();
        assertThat(detail.required("images").size()).isEqualTo(5);
        assertThat(detail.required("highest_image").intValue()).isEqualTo(3);
        assertThat(detail.required("minima").get(0).intValue()).isEqualTo(2);
        assertThat(detail.required("profile")
                        .required("coordinates_ang")
                        .valueStream()
                        .map(Object::toString))
                .containsExactly("0.0", "1.0", "2.0", "3.0", "4.0");
    }

    private List<String> names() {
        return needed().stream().map(each -> each.id().name()).toList();
    }

    private List<Calculation> needed() {
        return ((Next.Needs) step.next(known)).calculations();
    }

    private StepResult result() {
        return ((Next.Done) step.next(known)).result();
    }

    private WorkOrder orderOf(String name) {
        Calculation calculation = needed().stream()
                .filter(each -> each.id().name().equals(name))
                .findFirst()
                .orElseThrow();
        return WorkOrderJson.read(
                Objects.requireNonNull(calculation.render().files().get(WorkOrder.FILE)));
    }

    private void cut(String band, double from, double guess, double to) {
        ObjectNode found = Details.object().put("force_evaluations", 10);
        BandSplit split = new BandSplit(
                List.of(at(from), at((from + guess) / 2)),
                at(guess),
                List.of(at((guess + to) / 2), at(to)),
                new Cells.Same());
        found.set(BandSplitJson.KEY, BandSplitJson.write(split));
        calculations.put(new CalculationId(PATH, band), found);
    }

    private void relaxed(String minimum, double lithium) {
        calculations.put(new CalculationId(PATH, minimum), WorkResult.single(at(lithium), evaluation(lithium), 5, "1"));
    }

    /// A band of one interior image, which is at the saddle point.
    private void found(String band, double barrier, double from, double to) {
        ObjectNode found = Details.object()
                .put("code_version", "1")
                .put("barrier_forward_ev", barrier)
                .put("barrier_reverse_ev", energy(from) + barrier - energy(to))
                .put("reaction_energy_ev", energy(to) - energy(from))
                .put("converged", from == FROM ? "VERIFIED" : "SADDLE")
                .put("fmax_ev_per_ang", 0.01)
                .put("search", "plain")
                .put("rounds", 8)
                .put("iterations", 8)
                .put("force_evaluations", 40)
                .put("highest_image", 1);
        found.set("images", StructureJson.writeAll(List.of(at(from), at((from + to) / 2), at(to))));
        found.putObject("intermediate_minima").put("count", 0).put("deepest_ev", 0.0);
        ObjectNode profile = found.putObject("profile");
        numbers(profile.putArray("coordinates_ang"), 0, 1, 2);
        numbers(profile.putArray("energies_ev"), energy(from), energy(from) + barrier, energy(to));
        numbers(profile.putArray("slopes_ev_per_ang"), 0, 0, 0);
        numbers(profile.putArray("fmax_ev_per_ang"), 0, 0.01, 0);
        profile.putArray("evaluated").add(true).add(true).add(true);
        numbers(profile.putArray("uncertainties_ev"), 0, 0, 0);
        profile.putObject("saddle").put("coordinate_ang", 1.0).put("energy_ev", energy(from) + barrier);
        ObjectNode curve = profile.putObject("curve");
        numbers(curve.putArray("coordinates_ang"), 0, 1, 2);
        numbers(curve.putArray("energies_ev"), energy(from), energy(from) + barrier, energy(to));
        calculations.put(new CalculationId(PATH, band), found);
    }

    private static void numbers(ArrayNode array, double... numbers) {
        for (double number : numbers) {
            array.add(number);
        }
    }

    private static ObjectNode end(double lithium) {
        ObjectNode relaxed = WorkResult.single(at(lithium), evaluation(lithium), 5, "1");
        ObjectNode detail = Details.detail(relaxed, MEAM);
        detail.set("settings", WorkOrderJson.relaxSettings(RELAX));
        return detail;
    }

    private static Structure at(double lithium) {
        return Silicon.withLithiumAt(lithium);
    }

    private static Evaluation evaluation(double lithium) {
        return new Evaluation(energy(lithium), Forces.of(new double[3 * 65]), new Stress.NotGiven());
    }

    /// Lower by 0.1 eV from each fifth of the way to the next.
    private static double energy(double lithium) {
        return -1 - 0.5 * (lithium - FROM);
    }
}
