package cairn.codes.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HandlersTest {
    private static final String FILE = """
            {"code": "x", "numerics": {"x.mixing": "mixing"}, "physics": {"smearing": "smearing"},
             "handlers": {"x/ill": {"what": "{subject} is ill", "ladder": [
                {"name": "one", "class": "%s", "why": "so", "set": [{"key": "%s", "to": 1}]}]}}}""";

    private static ObjectNode settings(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private static ObjectNode qe(String smearing, String electrons) {
        return settings("""
                {"smearing": "%s", "scf_iterations": 100, "qe": {"electrons": {%s}}}""".formatted(smearing, electrons));
    }

    @Test
    void numerics_that_touch_physics_are_not_loaded() {
        assertThatThrownBy(() -> HandlerFile.parse(FILE.formatted("numerics", "smearing")))
                .hasMessage("x/ill, one is declared numerics, but smearing is none of them");
    }

    @Test
    void numerics_that_touch_a_key_that_nobody_has_classed_are_not_loaded() {
        assertThatThrownBy(() -> HandlerFile.parse(FILE.formatted("numerics", "x.cutoff")))
                .hasMessage("x/ill, one is declared numerics, but x.cutoff is none of them");
    }

    @Test
    void numerics_that_touch_numerics_are_loaded() {
        Handlers handlers = HandlerFile.parse(FILE.formatted("numerics", "X.Mixing"));

        assertThat(handlers.bySignature().values())
                .flatExtracting(Handler::ladder)
                .singleElement()
                .isInstanceOf(Correction.Numerics.class);
    }

    /// No file lists as numerics what decides the energy.
    @ParameterizedTest
    @ValueSource(strings = {"qe", "cp2k", "gpaw", "vasp"})
    void no_physics_is_changed_by_the_numerics_of_a_code(String code) {
        Set<String> physics = Set.of(
                "functional",
                "cutoff_ev",
                "density_cutoff_ev",
                "relative_cutoff_ev",
                "k_points",
                "smearing",
                "smearing_width_ev",
                "spin",
                "moments",
                "charge",
                "dispersion",
                "scf_convergence_ev",
                "hubbard_u_ev",
                "pseudopotentials",
                "basis");

        assertThat(Handlers.of(code).bySignature()).isNotEmpty();
        assertThat(Handlers.of(code).bySignature().values())
                .allSatisfy(handler -> assertThat(handler.ladder())
                        .filteredOn(Correction.Numerics.class::isInstance)
                        .flatExtracting(Correction::changes)
                        .extracting(change -> change.key().path())
                        .doesNotContainAnyElementsOf(physics)
                        .noneMatch(path -> path.startsWith("qe.system")));
    }

    @Test
    void the_sentence_says_what_was_wrong_and_what_is_changed_from_what_to_what() {
        Remedy remedy = Handlers.of("qe")
                .numerics("qe/scf-not-converged", qe("none", ""), "image 3", Set.of())
                .orElseThrow();

        assertThat(remedy.sentence())
                .isEqualTo("The SCF of image 3 did not converge: mixing_beta lowered from 0.7 to 0.3,"
                        + " the SCF's iterations raised from 100 to 150 (numerics only)");
    }

    @Test
    void what_is_as_wanted_already_is_no_correction() {
        Remedy remedy = Handlers.of("qe")
                .numerics("qe/scf-not-converged", qe("none", "\"Mixing_Beta\": 0.2"), "image 3", Set.of("mix-less"))
                .orElseThrow();

        assertThat(remedy.name()).isEqualTo("mix-little");
        assertThat(remedy.applyTo(qe("none", "\"Mixing_Beta\": 0.2"))).isEqualTo(settings("""
                        {"smearing": "none", "scf_iterations": 300,
                         "qe": {"electrons": {"Mixing_Beta": 0.1, "mixing_ndim": 12}}}"""));
    }

    @ParameterizedTest
    @CsvSource({"none, mix-little", "gaussian, local-screening"})
    void density_is_mixed_locally_only_where_it_may_be_a_metal(String smearing, String second) {
        assertThat(Handlers.of("qe").numerics("qe/scf-not-converged", qe(smearing, ""), "it", Set.of("mix-less")))
                .map(Remedy::name)
                .contains(second);
    }

    @Test
    void physics_is_proposed_with_the_case_in_which_it_is_right() {
        Remedy remedy =
                Handlers.of("qe").physics("qe/smearing-needed", qe("none", "")).orElseThrow();

        assertThat(remedy.sentence())
                .isEqualTo("smearing changed from none to marzari-vanderbilt, smearing_width (eV) set to 0.1"
                        + " (physics; right if it is a metal or has an odd number of electrons)");
        assertThat(Handlers.of("qe").physics("qe/smearing-needed", qe("gaussian", "")))
                .isEmpty();
    }

    @Test
    void what_a_user_has_changed_since_is_left_alone() {
        Remedy remedy =
                Handlers.of("qe").physics("qe/smearing-needed", qe("none", "")).orElseThrow();

        assertThat(remedy.applyIfUnchanged(qe("fermi-dirac", ""))).isEmpty();
        assertThat(remedy.applyIfUnchanged(qe("none", ""))).isPresent();
    }

    @Test
    void a_remedy_reads_back_as_it_was_written() {
        Remedy remedy =
                Handlers.of("qe").physics("qe/smearing-needed", qe("none", "")).orElseThrow();

        assertThat(RemedyJson.read(RemedyJson.write(remedy))).isEqualTo(remedy);
    }

    @Test
    void a_code_without_settings_or_without_a_file_has_no_corrections() {
        assertThat(Handlers.of("builtin/meam-lisi").bySignature()).isEmpty();
        assertThat(Handlers.of("qe").numerics("qe/scf-not-converged", settings("{}"), "it", Set.of()))
                .isEmpty();
    }
}
