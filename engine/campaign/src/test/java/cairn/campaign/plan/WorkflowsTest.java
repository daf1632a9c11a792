package cairn.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.language.Language;
import cairn.campaign.language.Resolved;
import cairn.campaign.language.Setting;
import cairn.campaign.language.Vocabulary;
import cairn.campaign.language.verbs.Verbs;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource.Given;
import cairn.campaign.step.StructureSource.Inserted;
import cairn.campaign.step.StructureSource.OfStep;
import cairn.campaign.verb.NebStep;
import cairn.campaign.verb.RelaxStep;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.Verify;
import cairn.campaign.yaml.Problem;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.Springs;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowsTest {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root"));
    private static final Path CELLS = ROOT.resolve("engine/campaign/src/test/resources/broken/structures");
    private static final String HEADER = """
            cairn: 1
            name: test
            code: builtin/meam-lisi
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void structures() throws IOException {
        Files.createDirectories(folder.resolve("structures"));
        for (String name : List.of("Si", "LiSi", "Li15Si4")) {
            Files.copy(CELLS.resolve("Si.cell"), folder.resolve("structures").resolve(name + ".cif"));
        }
    }

    @Test
    void the_hop_in_silicon_is_four_steps_in_the_order_of_the_file() throws IOException {
        Plan plan = good(Files.readString(ROOT.resolve("workflows/li-in-silicon/workflow.yaml")));

        assertThat(plan.name()).isEqualTo("li-in-silicon");
        assertThat(ids(plan)).containsExactly("host", "start", "end", "hop");
        RelaxStep host = (RelaxStep) plan.steps().getFirst();
        assertThat(host.of()).isInstanceOfSatisfying(Given.class, given -> {
            assertThat(given.name()).isEqualTo("silicon");
            assertThat(given.structure().count()).isEqualTo(64);
        });
        assertThat(host.settings()).isEqualTo(new RelaxSettings(true, 0.01, 0.02 / 160.2176634, 500));
        assertThat(host.setup().resources()).isEqualTo(new Resources(1, 2000, Duration.ofMinutes(30)));
        RelaxStep start = (RelaxStep) plan.steps().get(1);
        assertThat(start.of())
                .isInstanceOfSatisfying(
                        Inserted.class,
                        inserted -> assertThat(inserted.into()).isEqualTo(new OfStep(new StepId("host"))));
        NebStep hop = (NebStep) plan.steps().getLast();
        assertThat(List.of(hop.from().value(), hop.to().value())).containsExactly("start", "end");
        assertThat(hop.plan().settings())
                .isEqualTo(new NebSettings(
                        5,
                        0.01,
                        0.1,
                        NebSettings.Start.IDPP,
                        NebSettings.Climbing.WHEN_SETTLED,
                        NebSettings.Optimizer.LBFGS,
                        500));
        assertThat(plan.planned().getLast().uses()).extracting(StepId::value).containsExactly("start", "end");
    }

    @Test
    void other_workflows_ask_for_cuts_proofs_and_moving_cells() throws IOException {
        assertThat(lastBand("two-hops-in-silicon").splitting()).isEqualTo(new Splitting.DeeperThan(0.05));
        assertThat(lastBand("two-hops-in-silicon").verify()).isEqualTo(Verify.SADDLE);
        assertThat(lastBand("bain-path-of-lithium").cells()).isEqualTo(new Cells.Free(0));
    }

    /// Of the workflow's last step, whatever its structures are.
    private BandTask lastBand(String workflow) throws IOException {
        String text = Files.readString(
                        ROOT.resolve("workflows").resolve(workflow).resolve("workflow.yaml"))
                .replaceAll("structures/[a-z]+\\.poscar", "structures/Si.cif");
        return ((NebStep) good(text).steps().getLast()).plan().task();
    }

    @Test
    void energy_weighted_springs_begin_at_the_spring_constant() throws IOException {
        String text = Files.readString(ROOT.resolve("workflows/li-in-silicon/workflow.yaml"))
                .replace("interior_images: 5", "interior_images: 5, springs: energy-weighted, spring_constant: 0.2");
        NebStep hop = (NebStep) good(text).steps().getLast();
        assertThat(hop.plan().settings().springs()).isEqualTo(new Springs.EnergyWeighted(0.2, 2));
    }

    @Test
    void a_band_whose_cells_move_needs_a_code_that_gives_stress() throws IOException {
        String transition = HEADER.replace("builtin/meam-lisi", "silent") + """
                steps:
                  from: {relax: structures/Si.cif, cell: free}
                  to:   {relax: structures/LiSi.cif, cell: free}
                  path: {neb: {from: from, to: to}, cell: free, search: plain}
                """;

        Checked checked = Workflows.check(write(transition), List.of(), TestVocabulary.of(new Silent()));

        assertThat(lines(checked))
                .containsExactly("workflow.yaml:7:43: silent gives no stress, without which no cell moves; take another"
                        + " code, or cell: fixed");
    }

    /// A code that says nothing of the stress.
    private record Silent() implements Code {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public String fingerprint() {
            return "silent 1";
        }

        @Override
        public String validity() {
            return "for tests";
        }

        @Override
        public List<String> objections(Structure structure) {
            return List.of();
        }

        @Override
        public boolean givesStress() {
            return false;
        }

        @Override
        public ForceEngine open(Path folder) {
            throw new UnsupportedOperationException("it computes nothing");
        }
    }

    @Test
    void steps_of_verbs_that_do_not_exist_yet_are_named() throws IOException {
        String phases = """
                cairn: 1
                name: li-si-phases
                code: {use: lammps}
                matrix: {phase: [Si, LiSi, Li15Si4]}
                steps:
                  relaxed: {relax: "structures/{phase}.cif", cell: free}
                  modes:   {phonons: relaxed}
                  moduli:  {elastic: modes, against: Li}
                """;

        assertThat(lines(check(phases)))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("workflow.yaml:7:13: unknown verb 'phonons' in step 'modes'"),
                        two -> assertThat(two)
                                .startsWith("workflow.yaml:8:13: unknown verb 'elastic' in step 'moduli'"));
    }

    @Test
    void a_step_with_a_placeholder_runs_over_the_matrix_and_so_does_the_step_that_uses_it() throws IOException {
        Plan plan = good(HEADER + """
                matrix: {phase: [Si, LiSi], force: [0.01, 0.02]}
                steps:
                  check:   {energy: relaxed}
                  finer:   {relax: relaxed, fmax: "{force}"}
                  relaxed: {relax: "structures/{phase}.cif", cell: free}
                """);

        assertThat(ids(plan))
                .containsExactly(
                        "relaxed[phase=Si]",
                        "relaxed[phase=LiSi]",
                        "check[phase=Si]",
                        "check[phase=LiSi]",
                        "finer[phase=Si,force=0.01]",
                        "finer[phase=Si,force=0.02]",
                        "finer[phase=LiSi,force=0.01]",
                        "finer[phase=LiSi,force=0.02]");
        RelaxStep last = (RelaxStep) plan.steps().getLast();
        assertThat(last.settings().fmax()).isEqualTo(0.02);
        assertThat(last.of()).isEqualTo(new OfStep(new StepId("relaxed[phase=LiSi]")));
    }

    @Test
    void a_new_verb_needs_nothing_but_itself_and_may_gather_all_points() throws IOException {
        List<cairn.campaign.language.Verb> verbs = new ArrayList<>(Verbs.all());
        verbs.add(new GatherVerb());
        Vocabulary vocabulary = TestVocabulary.create();
        Checked checked = Workflows.check(write(HEADER + """
                matrix: {phase: [Si, LiSi], force: [0.01, 0.02]}
                steps:
                  relaxed: {relax: "structures/{phase}.cif", fmax: "{force}"}
                  hull:    {gather: relaxed, about: every point}
                  each:    {gather: relaxed, about: "at {force}"}
                """), List.of(), new Language(verbs, vocabulary));

        assertThat(checked.problems()).isEmpty();
        Plan plan = ((Checked.Good) checked).plan();
        assertThat(ids(plan)).endsWith("hull", "each[force=0.01]", "each[force=0.02]");
        assertThat(uses(plan, "hull")).hasSize(4);
        assertThat(uses(plan, "each[force=0.02]"))
                .containsExactly("relaxed[phase=Si,force=0.02]", "relaxed[phase=LiSi,force=0.02]");
    }

    @Test
    void settings_of_the_command_line_replace_those_of_the_file() throws IOException {
        Path file = write(Files.readString(ROOT.resolve("workflows/li-in-silicon/workflow.yaml")));
        Plan plan = ((Checked.Good) Workflows.check(
                        file,
                        Stream.of("code=lammps", "steps.hop.fmax=0.05", "steps.hop.resources.cores=5", "about=again")
                                .map(Setting::new)
                                .toList(),
                        TestVocabulary.create()))
                .plan();

        NebStep hop = (NebStep) plan.steps().getLast();
        assertThat(hop.plan().settings().fmax()).isEqualTo(0.05);
        assertThat(hop.setup().code().name()).isEqualTo("lammps");
        assertThat(hop.setup().resources()).isEqualTo(new Resources(5, 2000, Duration.ofMinutes(30)));
        assertThat(plan.about()).isEqualTo("again");
    }

    @Test
    void a_setting_that_fits_nowhere_is_a_problem() throws IOException {
        Path file = write(Files.readString(ROOT.resolve("workflows/li-in-silicon/workflow.yaml")));
        Checked checked = Workflows.check(
                file,
                Stream.of("steps.hopp.fmax=1", "fmax", "steps.hop.fmx=0.05", "name.first=x", "code=lamps", "about=[")
                        .map(Setting::new)
                        .toList(),
                TestVocabulary.create());

        assertThat(lines(checked))
                .containsExactly(
                        "--set steps.hopp.fmax=1: there is no 'hopp' in steps; did you mean 'hop'?",
                        "--set fmax: this is no setting; write KEY=VALUE, such as steps.hop.fmax=0.05",
                        "--set name.first=x: name is 'li-in-silicon', it has no key 'first'",
                        "--set about=[: a value is missing here",
                        "--set code=lamps: code must be one of builtin/meam-lisi, lammps, not 'lamps'; "
                                + "did you mean 'lammps'?",
                        "--set steps.hop.fmx=0.05: unknown key 'fmx' in neb; did you mean 'fmax'?");
    }

    @Test
    void every_setting_says_where_it_comes_from() throws IOException {
        Plan plan = good(HEADER + """
                resources: {cores: 4}
                steps:
                  host: {relax: structures/Si.cif, fmax: 0.02, resources: {walltime: 90 min}}
                """);

        assertThat(plan.planned().getFirst().settings())
                .extracting(
                        Resolved::key,
                        Resolved::value,
                        resolved -> resolved.origin().toString())
                .map(Object::toString)
                .containsExactly(
                        "(\"relax\", \"structures/Si.cif\", \"step, workflow.yaml:6:17\")",
                        "(\"cell\", \"fixed\", \"default\")",
                        "(\"fmax\", \"0.02\", \"step, workflow.yaml:6:42\")",
                        "(\"stress_max\", \"0.02\", \"default\")",
                        "(\"max_steps\", \"500\", \"default\")",
                        "(\"code\", \"builtin/meam-lisi\", \"workflow, workflow.yaml:3:7\")",
                        "(\"resources.cores\", \"4\", \"workflow, workflow.yaml:4:20\")",
                        "(\"resources.memory\", \"2000 MB\", \"default\")",
                        "(\"resources.walltime\", \"01:30:00\", \"step, workflow.yaml:6:70\")");
    }

    @Test
    void warnings_do_not_stop_a_campaign() throws IOException {
        Checked checked = check(HEADER + """
                structures:
                  silicon: structures/Si.cif
                  spare: structures/LiSi.cif
                steps:
                  start: {relax: {insert: Li, into: silicon, at: [0.5, 0.5, 0.5]}}
                  end:   {relax: {insert: Li, into: silicon, at: [0.75, 0.75, 0.75]}}
                  hop:   {neb: {from: start, to: end}, interior_images: 6, fmax: 0.2, climbing: never}
                """);

        assertThat(checked).isInstanceOf(Checked.Good.class);
        assertThat(lines(checked))
                .containsExactly(
                        "workflow.yaml:6:3: warning: the structure 'spare' is never used; remove it",
                        "workflow.yaml:10:16: warning: the cell repeats every 5.43 Angstrom: the hopping atom feels its "
                                + "own images; take a supercell of 8 Angstrom or more [W1]",
                        "workflow.yaml:10:57: warning: an even number of interior images puts none in the middle of a "
                                + "symmetric path; take 5 or 7 [W3]",
                        "workflow.yaml:10:66: warning: a barrier at fmax 0.2 eV/Angstrom is not converged; take 0.05 "
                                + "or less before you report it [E5]",
                        "workflow.yaml:10:81: warning: without a climbing image the highest image may miss the saddle "
                                + "point, and the barrier is too low; take climbing: when-settled [E5]");
    }

    @Test
    void a_chain_of_steps_written_last_to_first_is_put_in_order() throws IOException {
        StringBuilder steps = new StringBuilder(HEADER + "steps:\n");
        for (int n = 5000; n > 0; n--) {
            steps.append("  s").append(n).append(": {relax: s").append(n - 1).append("}\n");
        }
        steps.append("  s0: {relax: structures/Si.cif}\n");

        List<String> ids = ids(good(steps.toString()));
        assertThat(ids).hasSize(5001).startsWith("s0", "s1").endsWith("s4999", "s5000");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        Checked checked = Workflows.check(folder.resolve("none.yaml"), List.of(), TestVocabulary.create());

        assertThat(lines(checked)).containsExactly(folder.resolve("none.yaml") + ": no such file");
    }

    private Plan good(String workflow) throws IOException {
        Checked checked = check(workflow);
        assertThat(checked.problems()).isEmpty();
        return ((Checked.Good) checked).plan();
    }

    private Checked check(String workflow) throws IOException {
        return Workflows.check(write(workflow), List.of(), TestVocabulary.create());
    }

    private Path write(String workflow) throws IOException {
        return Files.writeString(folder.resolve("workflow.yaml"), workflow);
    }

    private static List<String> lines(Checked checked) {
        return checked.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(Step::id).map(StepId::value).toList();
    }

    private static List<String> uses(Plan plan, String id) {
        return plan.planned().stream()
                .filter(step -> step.id().value().equals(id))
                .flatMap(step -> step.uses().stream())
                .map(StepId::value)
                .toList();
    }
}
