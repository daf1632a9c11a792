package cairn.codes.dft.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Code;
import cairn.codes.CodeKind.Objection;
import cairn.codes.CodeKind.Places;
import cairn.codes.OwnKeys;
import cairn.codes.Remark;
import cairn.codes.dft.Crystals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VaspTest {
    private static final Vasp VASP = new Vasp();

    @TempDir
    private Path folder;

    @BeforeEach
    void potcars() throws IOException {
        MadeUpPotcars.in(folder);
    }

    private static ObjectNode settings(String more) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"functional":"PBE","cutoff_ev":520.0,"k_points":{"spacing_per_ang":0.25},"smearing":"gaussian",
                 "smearing_width_ev":0.05,"scf_convergence_ev":1e-6,"scf_iterations":100%s}""".formatted(more));
    }

    private ObjectNode located(String more) {
        return VASP.located(
                settings(more), new Places(Path.of("/workflow"), Map.of("CAIRN_POTCARS", folder.toString())));
    }

    private static Stream<String> said(ObjectNode settings) {
        return VASP.objections(settings).stream().map(o -> o.key() + ": " + o.what() + "; " + o.advice());
    }

    @Test
    void tags_that_cairn_writes_are_refused_with_what_to_say_instead() {
        assertThat(said(located(",\"vasp\":{\"ENCUT\":400,\"ismear\":1,\"nsw\":5,\"algo\":\"All\"}")))
                .containsExactly(
                        "vasp: Cairn writes ENCUT of VASP's INCAR itself; say cutoff",
                        "vasp: Cairn writes ismear of VASP's INCAR itself; say smearing",
                        "vasp: Cairn writes nsw of VASP's INCAR itself; say max_steps");
    }

    @Test
    void the_wikis_tags_are_known_and_those_of_vtst() {
        assertThat(VASP.ownKeys())
                .isInstanceOfSatisfying(
                        OwnKeys.Only.class,
                        only -> assertThat(only.keys())
                                .containsKeys(
                                        "ncore",
                                        "kpar",
                                        "lreal",
                                        "idipol",
                                        "csvr_period",
                                        "ml_mode",
                                        "iopt",
                                        "lsol",
                                        "zab_vdw")
                                .hasSizeGreaterThan(600));
    }

    @Test
    void what_vasp_has_not_is_refused() {
        assertThat(VASP.objections(located(",\"functional\":\"BLYP\",\"smearing\":\"marzari-vanderbilt\"")))
                .extracting(Objection::key)
                .containsExactly("functional", "smearing");
    }

    @Test
    void without_a_folder_of_potcars_one_message_says_where_to_name_it() {
        ObjectNode nowhere = VASP.located(settings(""), new Places(Path.of("/workflow"), Map.of()));

        assertThat(said(nowhere))
                .containsExactly("pseudopotentials: nobody says where the POTCARs are; set environment:"
                        + " {CAIRN_POTCARS: /path/to/potpaw_PBE} in the profile of the cluster, or name the folder as"
                        + " pseudopotentials");
    }

    @Test
    void a_folder_that_jobs_would_not_find_is_refused() {
        ObjectNode home =
                VASP.located(settings(""), new Places(Path.of("/workflow"), Map.of("CAIRN_POTCARS", "~/potcars")));

        assertThat(said(home))
                .containsExactly("pseudopotentials: the folder of POTCARs ~/potcars is not named in full; begin it"
                        + " with /: jobs run elsewhere, and a profile expands neither ~ nor $HOME");
    }

    /// So that the same campaign goes on where the POTCARs lie elsewhere.
    @Test
    void the_folder_of_the_environment_is_used_but_not_kept_in_what_a_job_is_told() {
        Code code = VASP.with(located(""));

        assertThat(code.objections(Crystals.of("Li", "Si"))).isEmpty();
        assertThat(code.spec()).doesNotContain(folder.toString());
        assertThat(code.fingerprint(Crystals.of("Li", "Si").species()))
                .doesNotContain(folder.toString())
                .contains("Li_sv = PAW_PBE Li_sv 01Jan2000 (SHA-256 ", "Si = PAW_PBE Si 01Jan2000 (SHA-256 ");
    }

    @Test
    void a_folder_that_the_workflow_names_starts_at_its_own_folder() {
        assertThat(located(",\"pseudopotentials\":\"potcars\"")
                        .required("pseudopotentials")
                        .stringValue())
                .isEqualTo("/workflow/potcars");
    }

    @Test
    void a_fingerprint_changes_with_a_potcar_of_its_structure_alone() throws IOException {
        Code code = VASP.with(located(""));
        String before = code.fingerprint(Crystals.of("Si").species());

        Files.writeString(folder.resolve("Li_sv/POTCAR"), Files.readString(folder.resolve("Li/POTCAR")));
        assertThat(code.fingerprint(Crystals.of("Si").species())).isEqualTo(before);

        new MadeUpPotcars(folder).add("Si", "Si", "PE", 4, 246);
        assertThat(code.fingerprint(Crystals.of("Si").species())).isNotEqualTo(before);
    }

    @Test
    void potentials_that_an_expert_would_ask_about_are_remarked_on() {
        Code code = VASP.with(located(",\"pseudopotentials\":{\"Li\":\"Li\"}"));

        assertThat(code.remarks(Crystals.of("Li")))
                .contains(new Remark(
                        "W18",
                        "pseudopotentials",
                        "the POTCAR Li treats 1 electrons of Li: its semicore states are in the core",
                        "take Li_sv, Ti_pv or Ti_sv for energies that count"));
    }
}
