package cairn.campaign.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.Silicon;
import cairn.campaign.work.Work;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Verify;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The verbs, each asked as the driver asks it, with LAMMPS where a calculation is run.
class VerbTest {
    private static final Code LAMMPS = Codes.named("lammps").orElseThrow();
    private static final Code MEAM = Codes.named("builtin/meam-lisi").orElseThrow();
    private static final Resources RESOURCES = new Resources(2, 1000, Duration.ofMinutes(5));
    private static final Setup SETUP = new Setup(LAMMPS, RESOURCES);
    private static final RelaxSettings RELAX = new RelaxSettings(false, 0.01, 1, 200);
    private static final NebSettings NEB = new NebSettings(
            5, 0.05, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.FROM_START, NebSettings.Optimizer.ODE, 200);
    private static final StepId HOST = new StepId("host");
    private static final StepId START = new StepId("start");
    private static final StepId END = new StepId("end");
    private static final StepId HOP = new StepId("hop");

    @TempDir
    private Path folder;

    private final Known known = new Known();

    @Test
    void dependencies_follow_from_what_a_step_works_on() {
        assertThat(relax(START, given(0.5)).dependencies()).isEmpty();
        assertThat(relax(START, inserted(0.25)).dependencies()).containsExactly(HOST);
        assertThat(new EnergyStep(END, new StructureSource.OfStep(START), SETUP).dependencies())
                .containsExactly(START);
        assertThat(hop().dependencies()).containsExactly(END, START);
    }

    @Test
    void an_inserted_atom_comes_last_at_its_fraction_of_the_cell() {
        Structure host = Silicon.withLithiumAt(0.5);
        known.steps.put(HOST, new StepResult(Details.object(), detail(host)));
        Structure both =
                orderOf(relax(START, inserted(0.25)), WorkOrder.Relax.class).structure();
        assertThat(both.count()).isEqualTo(66);
        assertThat(both.species().getLast().symbol()).isEqualTo("Li");
        assertThat(both.positions().x(65)).isCloseTo(0.25 * host.cell().length(0), within(1e-12));
        assertThat(both.positions().x(64)).isEqualTo(host.positions().x(64));
    }

    @Test
    void a_step_names_the_same_calculation_whenever_it_is_asked() {
        Step step = relax(START, given(0.5));
        assertThat(needed(step).render()).isEqualTo(needed(step).render());
    }

    @Test
    void an_energy_step_asks_for_one_job_of_cairn_and_says_what_it_found() throws Exception {
        Step step = new EnergyStep(START, given(0.5), SETUP);
        Rendered rendered = needed(step).render();
        assertThat(rendered.command()).containsExactly("@cairn", "work", ".");
        assertThat(rendered.carry()).containsExactly("evaluations.log", "corrections.log");
        StepResult result = finish(step);
        assertThat(result.result().required("energy_ev").doubleValue()).isCloseTo(-294.912, within(1e-2));
        assertThat(result.result().required("atoms").intValue()).isEqualTo(65);
        assertThat(result.result().required("volume_ang3").doubleValue()).isCloseTo(1275.4, within(0.1));
    }

    @Test
    void a_hop_is_relaxed_at_both_ends_and_searched_between_them() throws Exception {
        finish(relax(START, given(0.5)));
        finish(relax(END, given(0.75)));
        StepResult hop = finish(hop());
        assertThat(hop.result().required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(3e-3));
        assertThat(hop.result().required("reaction_energy_ev").doubleValue()).isCloseTo(0, within(1e-3));
        assertThat(hop.result().required("interior_images").intValue()).isEqualTo(5);
        assertThat(hop.detail().required("images").size()).isEqualTo(7);
        assertThat(hop.detail().required("profile").required("energies_ev").size())
                .isEqualTo(7);
        assertThat(hop.detail().required("code").required("validity").stringValue())
                .contains("screening");
    }

    @Test
    void a_band_with_a_job_for_each_image_asks_round_by_round_and_finds_what_one_job_finds() throws Exception {
        ends(relaxedWithMeam(0.5), relaxedWithMeam(0.75));
        StepResult inOneJob = finish(meamHop(JobPer.BAND));
        NebStep step = meamHop(JobPer.IMAGE);

        for (int round = 1; step.next(known) instanceof Next.Needs(var images); round++) {
            assertThat(images).hasSize(5).extracting(image -> image.id().name()).contains("round-" + round + "-5");
            images.subList(0, 4).forEach(this::compute);
            assertThat(step.next(known))
                    .as("nothing new before the round is over")
                    .isInstanceOfSatisfying(
                            Next.Needs.class,
                            needs -> assertThat(ids(needs.calculations())).isEqualTo(ids(images)));
            assertThat(step.progress(known).isPresent()).isEqualTo(round > 1);
            compute(images.getLast());
        }

        assertThat(((Next.Done) step.next(known)).result()).isEqualTo(inOneJob);
        assertThat(((Next.Done) meamHop(JobPer.IMAGE).next(known)).result())
                .as("a new process, which remembers nothing")
                .isEqualTo(inOneJob);
    }

    @Test
    void a_plan_knows_how_many_jobs_there_may_be() {
        assertThat(relax(START, given(0.5)).mostJobs()).isEqualTo(1);
        assertThat(meamHop(JobPer.BAND).mostJobs()).isEqualTo(1);
        assertThat(meamHop(JobPer.IMAGE).mostJobs())
                .as("every image in every iteration that is allowed")
                .isEqualTo(5 * 200);
        BandTask proven = BandTask.of(NEB, new SearchChoice.Plain()).verifying(Verify.SADDLE);
        assertThat(new NebStep(HOP, START, END, SETUP, new BandPlan(proven, JobPer.IMAGE, 65)).mostJobs())
                .as("and both ways along every direction of every atom")
                .isEqualTo(5 * 200 + 2 * 3 * 65);
    }

    @Test
    void a_band_with_a_job_for_each_image_knows_only_what_the_results_say() throws Exception {
        ends(relaxedWithMeam(0.5), relaxedWithMeam(0.75));
        NebStep step = meamHop(JobPer.IMAGE);
        List<Calculation> first = ((Next.Needs) step.next(known)).calculations();
        first.forEach(this::compute);
        assertThat(step.progress(known)
                        .orElseThrow()
                        .required("force_evaluations")
                        .intValue())
                .isEqualTo(5);

        known.calculations.clear();

        assertThat(ids(((Next.Needs) step.next(known)).calculations())).isEqualTo(ids(first));
        assertThat(step.progress(known)).isEmpty();
    }

    private static List<CalculationId> ids(List<Calculation> calculations) {
        return calculations.stream().map(Calculation::id).toList();
    }

    private static NebStep meamHop(JobPer jobPer) {
        return new NebStep(
                HOP, START, END, new Setup(MEAM, RESOURCES), new BandPlan(NEB, new SearchChoice.Plain(), jobPer));
    }

    private ObjectNode relaxedWithMeam(double lithium) throws Exception {
        StepId id = new StepId("at-" + lithium);
        return finish(new RelaxStep(id, given(lithium), new Setup(MEAM, RESOURCES), RELAX))
                .detail();
    }

    private void compute(Calculation calculation) {
        try {
            known.calculations.put(calculation.id(), computed(calculation));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_code_that_relaxes_by_itself_is_let_do_so_with_its_version_told() throws Exception {
        Step step = relax(START, given(0.5));
        assertThat(needed(step).render().files()).containsKeys("relax.in", WorkOrder.FILE);
        StepResult result = finish(step);
        assertThat(result.detail().required("code").required("version").stringValue())
                .startsWith("LAMMPS ");
        assertThat(result.result().required("fmax_ev_per_ang").doubleValue()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void any_other_code_is_driven_by_cairn() {
        Step step = new RelaxStep(START, given(0.5), new Setup(new OnlyForces(), RESOURCES), RELAX);
        assertThat(orderOf(step, WorkOrder.Relax.class).code()).isEqualTo("only-forces");
    }

    @Test
    void an_element_that_the_code_does_not_know_fails_before_any_job() {
        Structure titanium =
                Structure.free(Cell.orthorhombic(9, 9, 9), List.of(Silicon.element("Ti")), Positions.of(0, 0, 0));
        assertThat(failure(relax(START, new StructureSource.Given("ti", titanium)))
                        .message())
                .contains("Ti");
    }

    @Test
    void a_structure_of_a_step_that_has_none_fails_in_words() {
        known.steps.put(HOST, new StepResult(Details.object(), Details.object()));
        assertThat(failure(relax(START, new StructureSource.OfStep(HOST))).message())
                .isEqualTo("The step host does not end with a structure.");
    }

    @Test
    void endpoints_that_do_not_belong_together_are_refused() {
        Structure one = Silicon.withLithiumAt(0.5);
        Structure other = Silicon.withLithiumAt(0.75);
        ends(detail(one), Details.object());
        assertThat(failure(hop()).signature()).isEqualTo("neb/endpoint-not-relaxed");
        ends(detail(one), with(detail(other), "code", code("qe", "qe")));
        assertThat(failure(hop()).signature()).isEqualTo("neb/codes-differ");
        assertThat(failure(hop()).message())
                .isEqualTo("The band is searched with lammps, but its endpoint end was relaxed with qe.");
        ends(with(detail(one), "code", code(LAMMPS.name(), "2021")), detail(other));
        assertThat(failure(hop()).message()).contains("start was relaxed with other files", "2021");
        ends(detail(one), with(detail(other), "settings", settings(0.02)));
        assertThat(failure(hop()).message()).contains("0.01", "0.02");
        ends(detail(one), detail(withoutLast(other)));
        assertThat(failure(hop()).message()).isEqualTo("start has 65 atoms, but end has 64.");
        ends(detail(one), detail(exchanged(other)));
        assertThat(failure(hop()).message()).isEqualTo("Atom 0 is Si in start, but Li in end.");
        ends(detail(one), detail(other.withCell(Cell.orthorhombic(10.9, 10.9, 10.9), other.positions())));
        assertThat(failure(hop()).signature()).isEqualTo("neb/cells-differ");
        ends(detail(one), detail(held(other)));
        assertThat(failure(hop()).message()).contains("different atoms fixed");
        ends(detail(held(one)), detail(held(firstMoved(other))));
        assertThat(failure(hop()).message()).contains("atom 0 is held fixed");
        ends(detail(one), detail(other));
        assertThat(hop().next(known)).isInstanceOf(Next.Needs.class);
    }

    @Test
    void settings_of_an_endpoint_that_are_not_those_of_the_band_are_named() {
        Code band = gpaw(400);
        NebStep hop = new NebStep(HOP, START, END, new Setup(band, RESOURCES), hop().plan());
        ObjectNode one = with(detail(Silicon.withLithiumAt(0.5)), "code", told(band));
        ends(one, with(detail(Silicon.withLithiumAt(0.75)), "code", told(gpaw(350))));

        assertThat(failure(hop).message())
                .isEqualTo("The band is searched with gpaw, but its endpoint end was relaxed with other settings, the"
                        + " band's and the endpoint's: cutoff_ev 400.0 and 350.0.");
    }

    private static Code gpaw(double cutoff) {
        return Codes.of("""
                {"use": "gpaw", "functional": "PBE", "cutoff_ev": %s, "k_points": {"mesh": [1, 1, 1]},
                 "smearing": "none", "scf_convergence_ev": 1e-6, "scf_iterations": 100}
                """.formatted(cutoff).strip()).orElseThrow();
    }

    private static ObjectNode told(Code code) {
        return code(code.name(), code.fingerprint()).put("spec", code.spec());
    }

    @Test
    void a_band_whose_cells_move_takes_other_cells_and_asks_for_stress() {
        Structure one = Silicon.withLithiumAt(0.5);
        Structure other = one.withCell(Cell.orthorhombic(10.9, 10.9, 10.9), one.positions());
        BandTask moving = BandTask.of(NEB, new SearchChoice.Plain()).in(new Cells.Free(0));
        NebStep step = new NebStep(HOP, START, END, SETUP, new BandPlan(moving, JobPer.BAND, 0));
        ends(detail(one), detail(other));
        assertThat(failure(step).signature()).isEqualTo("neb/no-stress");
        ends(withStress(detail(one)), withStress(detail(other)));
        assertThat(orderOf(step, WorkOrder.Band.class).task()).isEqualTo(moving);
    }

    private static ObjectNode withStress(ObjectNode detail) {
        ArrayNode stress = detail.withObject("evaluation").putArray("stress_ev_per_ang3");
        for (int i = 0; i < 6; i++) {
            stress.add(0.0);
        }
        return detail;
    }

    private void ends(ObjectNode start, ObjectNode end) {
        known.steps.put(START, new StepResult(Details.object(), start));
        known.steps.put(END, new StepResult(Details.object(), end));
    }

    private static ObjectNode with(ObjectNode detail, String key, ObjectNode value) {
        detail.set(key, value);
        return detail;
    }

    private static ObjectNode code(String name, String fingerprint) {
        return Details.object().put("name", name).put("fingerprint", fingerprint);
    }

    private static ObjectNode settings(double fmax) {
        return Details.object().put("fmax_ev_per_ang", fmax);
    }

    /// As a relax step leaves it, all forces zero.
    private static ObjectNode detail(Structure structure) {
        ObjectNode detail = Details.object();
        detail.set("structure", StructureJson.write(structure));
        ObjectNode evaluation = detail.putObject("evaluation").put("energy_ev", -1.0);
        for (int i = 0; i < 3 * structure.count(); i++) {
            evaluation.withArray("forces_ev_per_ang").add(0.0);
        }
        detail.set("settings", settings(0.01));
        detail.set("code", code(LAMMPS.name(), LAMMPS.fingerprint()));
        return detail;
    }

    private static Structure withoutLast(Structure structure) {
        int count = structure.count() - 1;
        double[] positions = java.util.Arrays.copyOf(structure.positions().toArray(), 3 * count);
        return Structure.free(structure.cell(), structure.species().subList(0, count), Positions.of(positions));
    }

    private static Structure exchanged(Structure structure) {
        return Structure.free(structure.cell(), structure.species().reversed(), structure.positions());
    }

    private static Structure firstMoved(Structure structure) {
        double[] positions = structure.positions().toArray();
        positions[0] += 0.1;
        return structure.withPositions(Positions.of(positions));
    }

    private static Structure held(Structure structure) {
        BitSet first = new BitSet();
        first.set(0);
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(first));
    }

    private static RelaxStep relax(StepId id, StructureSource of) {
        return new RelaxStep(id, of, SETUP, RELAX);
    }

    private static NebStep hop() {
        return new NebStep(HOP, START, END, SETUP, new BandPlan(NEB, new SearchChoice.Plain(), JobPer.BAND));
    }

    private static StructureSource given(double lithium) {
        return new StructureSource.Given("silicon", Silicon.withLithiumAt(lithium));
    }

    private static StructureSource inserted(double at) {
        return new StructureSource.Inserted(
                Silicon.element("Li"), new StructureSource.OfStep(HOST), new Fraction(at, at, at));
    }

    private Calculation needed(Step step) {
        assertThat(step.next(known)).isInstanceOf(Next.Needs.class);
        List<Calculation> calculations = ((Next.Needs) step.next(known)).calculations();
        assertThat(calculations).hasSize(1);
        return calculations.getFirst();
    }

    private Failure failure(Step step) {
        assertThat(step.next(known)).isInstanceOf(Next.Failed.class);
        return ((Next.Failed) step.next(known)).failure();
    }

    private <T extends WorkOrder> T orderOf(Step step, Class<T> kind) {
        Step driven = step instanceof RelaxStep relax
                ? new RelaxStep(relax.id(), relax.of(), new Setup(new OnlyForces(), RESOURCES), relax.settings())
                : step;
        String text = needed(driven).render().files().get(WorkOrder.FILE);
        return kind.cast(WorkOrderJson.read(Objects.requireNonNull(text)));
    }

    /// Does what the driver and the scheduler do, until the step is done.
    private StepResult finish(Step step) throws IOException, InterruptedException {
        Calculation calculation = needed(step);
        known.calculations.put(calculation.id(), computed(calculation));
        Next next = step.next(known);
        assertThat(next).isInstanceOf(Next.Done.class);
        known.steps.put(step.id(), ((Next.Done) next).result());
        return ((Next.Done) next).result();
    }

    private ObjectNode computed(Calculation calculation) throws IOException, InterruptedException {
        Silicon.needsLammps();
        Path directory =
                Files.createDirectory(folder.resolve(calculation.id().toString().replace('/', '-')));
        Rendered rendered = calculation.render();
        for (Map.Entry<String, String> file : rendered.files().entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        if (rendered.command().equals(WorkOrder.COMMAND)) {
            Work.run(directory, RESOURCES.cores());
        } else {
            new ProcessBuilder(rendered.command())
                    .directory(directory.toFile())
                    .start()
                    .waitFor();
        }
        assertThat(rendered.outputs())
                .allSatisfy(output -> assertThat(directory.resolve(output)).isRegularFile());
        Outcome outcome = calculation.collect(directory);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).result();
    }

    private static final class Known implements Results {
        private final Map<StepId, StepResult> steps = new HashMap<>();
        private final Map<CalculationId, ObjectNode> calculations = new HashMap<>();

        @Override
        public Optional<StepResult> step(StepId id) {
            return Optional.ofNullable(steps.get(id));
        }

        @Override
        public Optional<ObjectNode> calculation(CalculationId id) {
            return Optional.ofNullable(calculations.get(id));
        }
    }

    /// A code that cannot relax by itself.
    private record OnlyForces() implements Code {
        @Override
        public String name() {
            return "only-forces";
        }

        @Override
        public String fingerprint() {
            return LAMMPS.fingerprint();
        }

        @Override
        public String validity() {
            return "tests";
        }

        @Override
        public List<String> objections(Structure structure) {
            return List.of();
        }

        @Override
        public ForceEngine open(Path folder) {
            return LAMMPS.open(folder);
        }
    }
}
