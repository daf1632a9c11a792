package cairn.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.language.Resolved;
import cairn.campaign.language.Setting;
import cairn.campaign.language.Vocabulary;
import cairn.campaign.step.Next;
import cairn.campaign.yaml.Problem;
import cairn.codes.CodeKind;
import cairn.codes.catalogue.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a workflow says under `code:` for codes that take settings.
class DftWorkflowsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Stream.of("builtin/meam-lisi")
                    .map(Codes::named)
                    .flatMap(Optional::stream)
                    .toList(),
            Codes.kinds(),
            TestVocabulary.create().structures(),
            new CodeKind.Places(Path.of(""), Map.of()));

    @TempDir
    private Path folder;

    @BeforeEach
    void a_structure() throws IOException {
        Files.writeString(folder.resolve("Si.cell"), "5.43 5.43 5.43\nSi 0 0 0\nSi 0.25 0.25 0.25\n");
        Files.createDirectory(folder.resolve("pseudo"));
    }

    private Checked check(String code, String steps, String... settings) throws IOException {
        Path file = folder.resolve("workflow.yaml");
        Files.writeString(file, "cairn: 1\nname: dft\ncode: " + code + "\nsteps:\n" + steps + "\n");
        return Workflows.check(file, Stream.of(settings).map(Setting::new).toList(), VOCABULARY);
    }

    private Map<String, String> settings(Checked checked, String step) {
        return plan(checked).planned().stream()
                .filter(planned -> planned.id().value().equals(step))
                .flatMap(planned -> planned.settings().stream())
                .collect(Collectors.toMap(Resolved::key, one -> one.value() + " <- " + one.origin()));
    }

    private static Plan plan(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Good.class);
        return ((Checked.Good) checked).plan();
    }

    private static List<String> problems(Checked checked) {
        return switch (checked) {
            case Checked.Good(var _, var warnings) ->
                warnings.stream().map(Problem::toString).toList();
            case Checked.Bad(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    @Test
    void each_setting_comes_from_the_step_else_the_workflow_else_the_protocol() throws IOException {
        Map<String, String> settings = settings(
                check(
                        "{use: gpaw, protocol: precise, functional: LDA}",
                        "  one: {energy: Si.cell, code: {cutoff: 20 Ry, gpaw: {nbands: 8}}}"),
                "one");

        assertThat(settings)
                .containsEntry("code", "gpaw <- workflow, workflow.yaml:3:7")
                .containsEntry("code.protocol", "precise <- workflow, workflow.yaml:3:29")
                .containsEntry("code.functional", "LDA <- workflow, workflow.yaml:3:50")
                .containsEntry("code.cutoff", "20 Ry <- step, workflow.yaml:5:41")
                .containsEntry("code.k_points", "{spacing: 0.15} <- protocol precise, all")
                .containsEntry("code.gpaw", "{nbands: 8} <- step, workflow.yaml:5:54");
    }

    @Test
    void a_name_alone_gets_the_balanced_protocol() throws IOException {
        assertThat(settings(check("gpaw", "  one: {energy: Si.cell}"), "one"))
                .containsEntry("code.protocol", "balanced <- default")
                .containsEntry("code.cutoff", "500 eV <- protocol balanced, gpaw");
    }

    @Test
    void a_change_of_any_setting_changes_what_is_hashed() throws IOException {
        String steps = "  one: {energy: Si.cell}";
        List<String> hashed = Stream.of(
                        "gpaw",
                        "{use: gpaw, functional: LDA}",
                        "{use: gpaw, cutoff: 501 eV}",
                        "{use: gpaw, k_points: gamma}",
                        "{use: gpaw, smearing: fermi-dirac}",
                        "{use: gpaw, smearing_width: 0.06 eV}",
                        "{use: gpaw, spin: collinear}",
                        "{use: gpaw, spin: collinear, moments: {Si: 1}}",
                        "{use: gpaw, charge: 1}",
                        "{use: gpaw, scf_convergence: 1e-7 eV}",
                        "{use: gpaw, scf_iterations: 99}",
                        "{use: gpaw, hubbard_u: {Si: 1 eV}}",
                        "{use: gpaw, gpaw: {nbands: 9}}")
                .map(code -> hashed(code, steps))
                .toList();

        assertThat(hashed).doesNotHaveDuplicates();
        assertThat(hashed("{use: gpaw, protocol: balanced}", steps)).isEqualTo(hashed.getFirst());
    }

    private String hashed(String code, String steps) {
        try {
            Next next = plan(check(code, steps)).planned().getFirst().step().next(new NoResults());
            return ((Next.Needs) next).calculations().getFirst().render().fingerprint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void unknown_keys_of_the_codes_own_are_errors_with_the_nearest_name() throws IOException {
        assertThat(problems(check(
                        "{use: qe, qe: {electrons: {mixing_bta: 0.3}, elecrons: {}}}", "  one: {energy: Si.cell}")))
                .contains(
                        "workflow.yaml:3:34: unknown key 'mixing_bta' in electrons; did you mean 'mixing_beta'?",
                        "workflow.yaml:3:52: unknown key 'elecrons' in qe; did you mean 'electrons'?");
    }

    @Test
    void keys_that_cairn_writes_are_refused_with_what_to_say() throws IOException {
        assertThat(problems(check("{use: qe, qe: {system: {ecutwfc: 30}}}", "  one: {energy: Si.cell}")))
                .contains("workflow.yaml:3:21: Cairn writes system.ecutwfc of pw.x's input itself; say cutoff");
    }

    @Test
    void tags_of_incar_are_checked_and_a_missing_folder_of_potcars_is_one_message() throws IOException {
        assertThat(problems(check("{use: vasp, vasp: {NCOR: 4, ENCUT: 500}}", "  one: {energy: Si.cell}")))
                .containsExactly("workflow.yaml:3:26: unknown key 'NCOR' in vasp; did you mean 'ncore'?");
        assertThat(problems(check("{use: vasp, vasp: {ENCUT: 500}}", "  one: {energy: Si.cell}")))
                .containsExactly(
                        "workflow.yaml:3:7: nobody says where the POTCARs are; set environment: {CAIRN_POTCARS:"
                                + " /path/to/potpaw_PBE} in the profile of the cluster, or name the folder as"
                                + " pseudopotentials",
                        "workflow.yaml:3:25: Cairn writes ENCUT of VASP's INCAR itself; say cutoff");
    }

    @Test
    void a_variant_that_is_not_in_the_folder_of_potcars_is_named() throws IOException {
        assertThat(problems(check("{use: vasp, pseudopotentials: pseudo}", "  one: {energy: Si.cell}")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("step 'one' cannot run with vasp: There is no " + folder.resolve("pseudo/Si/POTCAR")
                                + "; the folder has no POTCAR of Si at all."));
    }

    @Test
    void an_energy_without_its_unit_is_refused() throws IOException {
        assertThat(problems(check("{use: gpaw, cutoff: 500}", "  one: {energy: Si.cell}")))
                .containsExactly("workflow.yaml:3:27: cutoff must be an energy above 0 with its unit, such as 60 Ry,"
                        + " 50 meV or 1e-6 eV, not 500");
    }

    @Test
    void a_code_says_what_it_cannot_do() throws IOException {
        assertThat(problems(check("{use: gpaw, dispersion: d3}", "  one: {energy: Si.cell}")))
                .containsExactly(
                        "workflow.yaml:3:31: GPAW has no D3 of its own; say dispersion: none, or use qe or" + " cp2k");
        assertThat(problems(check("{use: builtin/meam-lisi, functional: PBE}", "  one: {energy: Si.cell}")))
                .containsExactly("workflow.yaml:3:44: builtin/meam-lisi takes no functional; remove it, or use another"
                        + " code");
    }

    @Test
    void a_folder_without_the_element_is_refused_by_its_path_from_the_workflow() throws IOException {
        assertThat(problems(check("{use: qe, pseudopotentials: pseudo}", "  one: {energy: Si.cell}")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("There is no pseudopotential of Si in " + folder.resolve("pseudo")));
    }

    @Test
    void an_option_adds_a_setting_to_a_code_that_is_only_named() throws IOException {
        assertThat(settings(check("gpaw", "  one: {energy: Si.cell}", "code.cutoff=350 eV"), "one"))
                .containsEntry("code.cutoff", "350 eV <- workflow, --set code.cutoff=350 eV");
    }

    @Test
    void a_barrier_of_different_settings_is_refused() throws IOException {
        assertThat(problems(check("{use: gpaw, cutoff: 300 eV}", """
                          start: {relax: Si.cell}
                          end: {relax: Si.cell, code: {cutoff: 400 eV}}
                          hop: {neb: {from: start, to: end}}
                        """)))
                .contains("workflow.yaml:7:14: the band and its endpoint 'end' run gpaw with different settings:"
                        + " cutoff_ev 300.0 and 400.0; say them once for the whole workflow [E1]");
    }

    @Test
    void what_an_expert_would_ask_stands_where_the_setting_does() throws IOException {
        String steps = """
                  one: {energy: Si.cell}
                  two: {energy: Si.cell, code: {k_points: {spacing: 0.3}}}""";
        assertThat(problems(check("{use: gpaw, k_points: {mesh: [1, 1, 1]}}", steps.indent(2))))
                .singleElement()
                .asString()
                .startsWith("workflow.yaml:3:29: ")
                .contains("[W8]", "step 'one': the mesh 1 1 1 leaves points 1.16 1/Angstrom apart");
    }

    @Test
    void a_timestep_too_long_for_the_lightest_atom_is_remarked_on() throws IOException {
        Files.writeString(folder.resolve("LiSi.cell"), "5 5 5\nLi 0 0 0\nSi 0.5 0.5 0.5\n");
        String steps = """
                  warm: {md: LiSi.cell, temperature: 300 K, timestep: 3 fs, duration: 1 ps}
                  fine: {md: LiSi.cell, temperature: 300 K, timestep: 2 fs, duration: 1 ps}""";

        assertThat(problems(check("{use: cp2k, k_points: {spacing: 0.3}}", steps.indent(2))))
                .containsExactly("workflow.yaml:5:55: warning: a timestep of 3.0 fs is long for the vibrations of Li:"
                        + " the energy drifts; take 2.6 fs or less [W12]");
    }

    @Test
    void images_whose_cells_choose_their_own_k_points_are_remarked_on() throws IOException {
        String steps = """
                  start: {relax: Si.cell, cell: free}
                  end: {relax: Si.cell, cell: free}
                  hop: {neb: {from: start, to: end}, cell: free, search: plain}""";

        assertThat(problems(check("{use: gpaw, k_points: {spacing: 0.2}}", steps.indent(2))))
                .anyMatch(line -> line.startsWith("workflow.yaml:3:29: warning: step 'hop': k_points by their spacing")
                        && line.endsWith("[W8]"));
        assertThat(problems(check("{use: gpaw, k_points: {mesh: [4, 4, 4]}}", steps.indent(2))))
                .noneMatch(line -> line.endsWith("[W8]"));
    }

    @Test
    void a_barrier_by_a_learned_potential_is_remarked_on() throws IOException {
        String steps = """
                  start: {relax: Si.cell}
                  end: {relax: Si.cell}
                  hop: {neb: {from: start, to: end}}""";
        String mace = "{use: ase, ase: {calculator: mace.calculators.mace_mp}}";

        assertThat(problems(check(mace, steps.indent(2))))
                .anyMatch(line -> line.startsWith("workflow.yaml:3:23: warning: ")
                        && line.contains("is a learned potential")
                        && line.endsWith("[W16]"));
        assertThat(problems(check("{use: ase, ase: {calculator: emt}}", steps.indent(2))))
                .noneMatch(line -> line.endsWith("[W16]"));
    }
}
