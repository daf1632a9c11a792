package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/anodes`, which runs no code: crystals of measured lattices against a review's table.
class AnodesTest {
    private static final String WORKFLOW =
            CairnProcess.ROOT.resolve("workflows/anodes/workflow.yaml").toString();

    @TempDir
    private static Path folder;

    private static JsonNode steps;

    @BeforeAll
    static void run_it() throws Exception {
        CairnProcess.Ended run = new CairnProcess(folder, Map.of()).run("run", WORKFLOW);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        steps = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/anodes/results.json")))
                .required("steps");
    }

    /// Densities as handbooks have them, Faraday's capacities for the crystal's content, swelling of measured lattices.
    @ParameterizedTest
    @CsvSource({
        "alloyed[anode=LiAl], 2.70, 993.3, 94.6",
        "alloyed[anode=LiSi], 2.329, 4055.8, 309.9",
        "alloyed[anode=LiSn], 7.29, 959.5, 254.2",
        "alloyed[anode=LiGe], 5.33, 1568.3, 270",
        "alloyed[anode=LiSb], 6.69, 660.4, 135",
        "alloyed[anode=LiC], 2.26, 371.9, 12.4",
        "inserted[oxide=LiTiO], 3.48, 175.1, -0.2",
        "converted, 1.988, 1485.1, 100.7"
    })
    void an_anode_has_the_density_capacity_and_swelling_of_its_crystals(
            String step, double density, double capacity, double percent) {
        JsonNode anode = result(step);

        assertThat(anode.required("density_g_per_cm3").doubleValue()).isCloseTo(density, within(0.02));
        assertThat(anode.required("capacity_mah_per_g").doubleValue()).isCloseTo(capacity, within(0.1));
        assertThat(anode.required("volume_change_percent").doubleValue()).isCloseTo(percent, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"Li, 0.533, 3861.9", "Mg, 1.737, 3308.1"})
    void a_bare_metal_has_the_capacity_of_the_printed_content(String metal, double density, double capacity) {
        JsonNode anode = result("bare[bare=" + metal + "]");

        assertThat(anode.required("density_g_per_cm3").doubleValue()).isCloseTo(density, within(5e-3));
        assertThat(anode.required("capacity_mah_per_g").doubleValue()).isCloseTo(capacity, within(0.1));
        assertThat(anode.has("volume_change_percent")).isFalse();
    }

    /// One formula unit of Mg2Si, 64.04 Angstrom^3, leaves a quarter of Li17Si4 (82.08) and two of Mg (23.24).
    @Test
    void a_host_that_falls_apart_is_the_sum_of_its_crystals() {
        JsonNode anode = result("converted");

        assertThat(anode.required("with_ions").stringValue()).isEqualTo("Li17Si4 + Mg");
        assertThat(anode.required("ions_per_host").doubleValue()).isCloseTo(4.25, within(1e-9));
        assertThat(anode.required("volume_ratio").doubleValue()).isCloseTo((82.08 + 2 * 23.24) / 64.04, within(2e-3));
    }

    /// Huggins' plateaus of tin: 2.26 V of work over 4.4 ions.
    @ParameterizedTest
    @CsvSource({"alloyed[anode=LiAl], 0.385", "alloyed[anode=LiSn], 0.513", "inserted[oxide=LiTiO], 1.55"})
    void a_mean_voltage_that_was_measured_near_room_temperature_is_held_against_the_printed_one(
            String step, double volt) {
        JsonNode anode = result(step);

        assertThat(anode.required("measured").required("mean_voltage_v").doubleValue())
                .isCloseTo(volt, within(1e-3));
        assertThat(anode.required("printed").has("unchecked")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"alloyed[anode=LiSi], 0.227", "alloyed[anode=LiSb], 0.898"})
    void one_that_was_measured_far_from_it_is_shown_and_not_compared(String step, double volt) {
        JsonNode anode = result(step);

        assertThat(anode.required("measured").required("mean_voltage_v").doubleValue())
                .isCloseTo(volt, within(1e-3));
        assertThat(anode.required("printed").required("unchecked").get(0).stringValue())
                .isEqualTo("potential");
        assertThat(folder.resolve("campaigns/anodes/report.html")).content().contains(" at 400 \u00b0C");
    }

    @Test
    void what_is_printed_wrong_is_flagged_with_both_numbers() {
        assertThat(slips("alloyed[anode=LiSi]")).singleElement().asString().contains("420 %", "+309.9 %", "ratio");
        assertThat(slips("alloyed[anode=LiGe]")).singleElement().asString().contains("180 %", "+269.9 %");
        assertThat(slips("alloyed[anode=LiSb]")).singleElement().asString().contains("200 %", "+134.9 %");
        assertThat(slips("inserted[oxide=LiTiO]")).hasSize(2).first().asString().contains("4.51 g/cm3");
        assertThat(slips("bare[bare=Mg]"))
                .satisfiesExactly(
                        capacity -> assertThat(capacity).contains("3350 mAh/g", "3308.1"),
                        density -> assertThat(density).contains("1.3 g/cm3", "1.737"));
    }

    @ParameterizedTest
    @CsvSource({"alloyed[anode=LiAl]", "alloyed[anode=LiSn]", "alloyed[anode=LiC]", "bare[bare=Li]"})
    void what_is_printed_right_is_not_flagged(String step) {
        assertThat(slips(step)).isEmpty();
    }

    @Test
    void what_cannot_be_checked_is_said() {
        assertThat(result("bare[bare=Li]")
                        .required("printed")
                        .required("unchecked")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactly("volume_change", "potential");
        assertThat(folder.resolve("campaigns/anodes/report.html"))
                .content()
                .contains("<h2>Anodes</h2>", "2.329 [2.30]", "ratio of the volumes", "Li17Si4 + Mg");
    }

    private static JsonNode result(String step) {
        return steps.required(step).required("result");
    }

    private static List<String> slips(String step) {
        return result(step)
                .required("findings")
                .valueStream()
                .map(finding -> finding.required("sentence").stringValue())
                .toList();
    }
}
