package cairn.campaign.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CodeFindingsTest {
    private static final String MAGNETIC = "{\"spin\": \"collinear\", \"moments\": {\"Ti\": 1.0}}";

    private static ObjectNode json(String text) {
        return JsonMapper.shared().readValue(text, ObjectNode.class);
    }

    private static List<Finding> findings(String settings, String said) {
        return CodeFindings.of("relaxed", json(settings), json(said));
    }

    @Test
    void smearing_that_is_part_of_the_energy() {
        assertThat(findings("{\"smearing_width_ev\": 0.2}", "{\"largest_entropy_ev_per_atom\": 0.0023}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("W7");
                    assertThat(finding.blocks()).isFalse();
                    assertThat(finding.where()).isEqualTo("relaxed");
                    assertThat(finding.sentence()).startsWith("Smeared occupations hold T*S = 2.3 meV per atom");
                    assertThat(finding.values())
                            .containsExactly(
                                    new Finding.Value("entropy_ev_per_atom", 0.0023),
                                    new Finding.Value("smearing_width_ev", 0.2));
                });
        assertThat(findings("{\"smearing_width_ev\": 0.05}", "{\"largest_entropy_ev_per_atom\": 0.0009}"))
                .isEmpty();
    }

    @Test
    void moments_that_collapsed() {
        assertThat(findings(MAGNETIC, "{\"smallest_moment_bohr\": 0.01}"))
                .extracting(Finding::code)
                .containsExactly("W10");
        assertThat(findings(MAGNETIC, "{\"smallest_moment_bohr\": 0.9}")).isEmpty();
    }

    @Test
    void moments_that_were_never_asked_for_or_cancel_have_not_collapsed() {
        assertThat(findings("{\"spin\": \"none\"}", "{\"smallest_moment_bohr\": 0.0}"))
                .isEmpty();
        assertThat(findings(
                        "{\"spin\": \"collinear\", \"moments\": {\"Ni\": 2.0, \"Mn\": -2.0}}",
                        "{\"smallest_moment_bohr\": 0.0}"))
                .isEmpty();
    }

    @Test
    void a_code_of_which_nothing_is_known_is_not_objected_to() {
        assertThat(findings(MAGNETIC, "{}")).isEmpty();
    }
}
