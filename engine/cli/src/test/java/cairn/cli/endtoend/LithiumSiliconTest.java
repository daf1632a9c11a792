package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/li-si-phases`. Lattices and formation energies are those of LAMMPS with the same
/// potential (KIM MO_557492625287_000), volumes per silicon atom those of measured lattices.
@Tag("slow")
class LithiumSiliconTest {
    @TempDir
    private static Path folder;

    private static CairnProcess cairn;
    private static Path campaign;
    private static JsonNode steps;

    @BeforeAll
    static void run_it_undisturbed() throws Exception {
        cairn = new CairnProcess(folder, Map.of());
        CairnProcess.Ended run = cairn.run("run", FewLithiumSilicides.WORKFLOW);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        campaign = folder.resolve("campaigns/li-si-phases");
        steps = JsonMapper.shared()
                .readTree(Files.readString(campaign.resolve("results.json")))
                .required("steps");
    }

    @ParameterizedTest
    @CsvSource({
        "Si, 5.4223, 5.4223",
        "Li, 3.4523, 3.4523",
        "LiSi, 9.3457, 5.6577",
        "Li15Si4, 10.5890, 10.5890",
        "Li17Si4, 18.7229, 18.7229",
        "Li21Si5, 18.6638, 18.6638"
    })
    void lattices_are_those_of_the_potential(String phase, double a, double c) {
        JsonNode result = result("relaxed[phase=" + phase + "]");
        assertThat(result.required("length_a_ang").doubleValue()).isCloseTo(a, within(3e-3));
        assertThat(result.required("length_c_ang").doubleValue()).isCloseTo(c, within(3e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "Si, 0",
        "Li, 0",
        "LiSi, -0.1957",
        "Li13Si4, -0.0630",
        "Li15Si4, -0.0859",
        "Li17Si4, -0.0541",
        "Li21Si5, -0.0556"
    })
    void formation_energies_are_those_of_the_potential(String phase, double expected) {
        assertThat(lowest(phase)).isCloseTo(expected, within(1e-3));
    }

    /// Crystals of several minima: the lowest that is known.
    @ParameterizedTest
    @CsvSource({"Li12Si7, -0.1131", "Li7Si3, -0.1266"})
    void soft_crystals_fall_at_least_as_low_as_is_known(String phase, double known) {
        assertThat(lowest(phase)).isLessThanOrEqualTo(known).isGreaterThan(known - 2e-3);
    }

    @Test
    void li12si7_falls_from_its_symmetric_crystal() {
        double symmetric = phases().filter(
                        phase -> phase.required("step").stringValue().equals("symmetric[soft=Li12Si7]"))
                .mapToDouble(
                        phase -> phase.required("formation_energy_ev_per_atom").doubleValue())
                .findFirst()
                .orElseThrow();
        assertThat(lowest("Li12Si7")).isLessThan(symmetric - 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "LiSi, 31.40",
        "Li12Si7, 43.49",
        "Li7Si3, 51.48",
        "Li13Si4, 67.12",
        "Li15Si4, 75.12",
        "Li21Si5, 81.87",
        "Li17Si4, 82.08"
    })
    void swelling_is_within_three_percent_of_experiment(String phase, double measuredAng3PerSilicon) {
        double measured = measuredAng3PerSilicon / 20.022;
        JsonNode computed = content(phase);
        double ratio = computed.required("volume_ratio").doubleValue();
        assertThat(ratio).isCloseTo(measured, within(0.03 * measured));
        assertThat(computed.required("volume_change_percent").doubleValue()).isCloseTo(100 * (ratio - 1), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "LiSi, 954.3",
        "Li12Si7, 1635.9",
        "Li7Si3, 2226.7",
        "Li13Si4, 3101.5",
        "Li15Si4, 3578.6",
        "Li17Si4, 4055.8"
    })
    void capacities_are_those_of_faraday(String phase, double expected) {
        assertThat(content(phase).required("capacity_mah_per_g_of_host").doubleValue())
                .isCloseTo(expected, within(0.1));
    }

    @Test
    void the_voltage_follows_the_path_to_li15si4() {
        List<String> ends = result("voltage")
                .required("path")
                .required("plateaus")
                .valueStream()
                .map(step -> step.required("to").stringValue())
                .toList();
        assertThat(ends).containsExactly("LiSi", "Li12Si7", "Li7Si3", "Li13Si4", "Li15Si4");
    }

    @Test
    void findings_say_that_path_and_temperature_are_not_what_they_seem() {
        assertThat(result("voltage")
                        .required("findings")
                        .valueStream()
                        .map(finding -> finding.required("code").stringValue()))
                .contains("W20", "W22");
        assertThat(campaign.resolve("report.html"))
                .content()
                .contains("[W22]", "0.19 eV/atom", "data:image/svg+xml;base64,");
        for (String chart : List.of("hull", "voltage", "voltage-volume", "state")) {
            assertThat(campaign.resolve("figures")).isDirectoryContaining("glob:**/" + chart + ".{svg,png,csv}");
        }
    }

    /// At 0 K; the seven volumes lie about the relaxed one.
    @Test
    void equations_of_state_have_the_volumes_of_the_relaxed_crystals() {
        for (String phase : List.of("Si", "LiSi", "Li13Si4", "Li15Si4", "Li17Si4", "Li21Si5", "Li")) {
            double relaxed = result("relaxed[phase=" + phase + "]")
                    .required("volume_ang3")
                    .doubleValue();
            double curve =
                    result("state[phase=" + phase + "]").required("volume_ang3").doubleValue();
            assertThat(curve).as(phase).isCloseTo(relaxed, within(5e-3 * relaxed));
        }
    }

    @Test
    void an_engine_that_is_killed_comes_to_the_same_results() throws Exception {
        assertThat(cairn.run(FewLithiumSilicides.locally("few")).status()).isZero();

        new KilledEngine(cairn, ProfileWithLedger.LOCAL, 4000, FewLithiumSilicides.LOAD)
                .assertUnharmed(5, Files.readAllBytes(folder.resolve("few/results.json")));
    }

    private static JsonNode result(String step) {
        return steps.required(step).required("result");
    }

    private static Stream<JsonNode> phases() {
        return result("hull").required("phases").valueStream();
    }

    private static double lowest(String formula) {
        return phases().filter(phase -> phase.required("formula").stringValue().equals(formula))
                .mapToDouble(
                        phase -> phase.required("formation_energy_ev_per_atom").doubleValue())
                .min()
                .orElseThrow();
    }

    private static JsonNode content(String formula) {
        return result("voltage")
                .required("phases")
                .valueStream()
                .filter(phase -> phase.required("formula").stringValue().equals(formula))
                .findFirst()
                .orElseThrow();
    }
}
