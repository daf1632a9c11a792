package cairn.campaign.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.finding.Finding.Severity;
import cairn.campaign.finding.Finding.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PathFindingsTest {
    /// A hop of 0.3 eV over three interior images, with nothing to object to.
    private final ObjectNode path = path(0, 0.2, 0.3, 0.2, 0.1);

    private static ObjectNode path(double... energies) {
        ObjectNode path = JsonMapper.shared()
                .createObjectNode()
                .put("converged", "VERIFIED")
                .put("fmax_ev_per_ang", 0.01)
                .put("barrier_forward_ev", energies[2] - energies[0])
                .put("barrier_reverse_ev", energies[2] - energies[4]);
        path.putObject("intermediate_minima").put("count", 0).put("deepest_ev", 0.0);
        ObjectNode profile = path.putObject("profile");
        numbers(profile.putArray("coordinates_ang"), 0, 0.5, 1, 1.5, 2);
        numbers(profile.putArray("energies_ev"), energies);
        numbers(profile.putArray("fmax_ev_per_ang"), 0, 0.01, 0.01, 0.01, 0);
        return path;
    }

    private static void numbers(ArrayNode array, double... numbers) {
        for (double number : numbers) {
            array.add(number);
        }
    }

    private List<Finding> findings() {
        return PathFindings.of("hop", path);
    }

    @Test
    void a_path_to_which_no_rule_objects_has_no_findings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void forces_above_a_twentieth_block_and_both_values_are_told() {
        path.put("fmax_ev_per_ang", 0.2);

        Finding finding = only();

        assertThat(finding.code()).isEqualTo("E5");
        assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
        assertThat(finding.where()).isEqualTo("hop");
        assertThat(finding.values())
                .containsExactly(new Value("fmax_ev_per_ang", 0.2), new Value("fmax_allowed_ev_per_ang", 0.05));
        assertThat(Finding.json(List.of(finding)).toString())
                .contains("\"severity\":\"block\"", "\"values\":{\"fmax_ev_per_ang\":0.2");
    }

    @ParameterizedTest
    @CsvSource({"NONE, has converged", "PATH, No image climbed"})
    void a_path_without_a_saddle_point_blocks(String converged, String words) {
        path.put("converged", converged);

        assertThat(only().blocks()).isTrue();
        assertThat(only().sentence()).contains(words);
    }

    @Test
    void a_path_whose_highest_image_is_an_end_blocks() {
        List<Finding> findings = PathFindings.of("hop", path(0, 0.1, 0.2, 0.3, 0.4));

        assertThat(findings).extracting(Finding::code).containsExactly("E5", "W5");
        assertThat(findings.getFirst().where()).isEqualTo("hop, image 4");
        assertThat(findings.getFirst().values())
                .containsExactly(new Value("energy_of_endpoint_ev", 0.4), new Value("highest_energy_between_ev", 0.3));
    }

    @Test
    void a_long_way_between_two_images_warns() {
        ObjectNode profile = (ObjectNode) path.required("profile");
        numbers(profile.putArray("coordinates_ang"), 0, 0.5, 1, 2.25, 3);

        assertThat(only().code()).isEqualTo("W3");
        assertThat(only().blocks()).isFalse();
        assertThat(only().sentence()).startsWith("Images 2 and 3 are 1.25 Angstrom apart");
    }

    @Test
    void an_endpoint_that_is_no_minimum_warns() {
        ObjectNode profile = (ObjectNode) path.required("profile");
        numbers(profile.putArray("fmax_ev_per_ang"), 0, 0.01, 0.01, 0.01, 0.3);

        assertThat(only().code()).isEqualTo("W5");
        assertThat(only().where()).isEqualTo("hop, image 4");
    }

    @Test
    void a_saddle_point_whose_modes_nobody_has_counted_warns() {
        path.put("converged", "SADDLE");

        assertThat(only().code()).isEqualTo("W4");
        assertThat(only().blocks()).isFalse();
    }

    @Test
    void a_minimum_on_the_way_warns() {
        path.putObject("intermediate_minima").put("count", 1).put("deepest_ev", 0.12);

        assertThat(only().code()).isEqualTo("W6");
        assertThat(only().sentence()).startsWith("The path has a minimum on its way, 120 meV deep: it is 2 hops");
    }

    private Finding only() {
        assertThat(findings()).hasSize(1);
        return findings().getFirst();
    }
}
