package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tiers of `workflows/li-si-phases` that compute with more than the built-in potential, against PBE: Oviedo et
/// al., J. Phys. Chem. A 127, 2637 (2023).
@Tag("slow")
class LithiumSiliconTiersTest {
    private static final Path WORKFLOWS = CairnProcess.ROOT.resolve("workflows/li-si-phases");

    @TempDir
    private static Path folder;

    private static JsonNode run(String workflow, Map<String, String> environment, String... settings) throws Exception {
        Stream<String> set = Stream.of(settings).flatMap(setting -> Stream.of("--set", setting));
        Stream<String> first =
                Stream.of("run", WORKFLOWS.resolve(workflow).toString(), "--dir", folder.resolve(workflow) + ".run");
        CairnProcess.Ended run = new CairnProcess(folder, environment)
                .run(Stream.concat(first, set).toArray(String[]::new));
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(workflow + ".run").resolve("results.json")))
                .required("steps");
    }

    private static double formationEnergy(JsonNode steps, String phase) {
        List<Double> all = steps.required("hull")
                .required("result")
                .required("phases")
                .valueStream()
                .filter(one -> one.required("formula").stringValue().equals(phase))
                .map(one -> one.required("formation_energy_ev_per_atom").doubleValue())
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static double length(JsonNode steps, String phase) {
        return steps.required("relaxed[phase=" + phase + "]")
                .required("result")
                .required("length_a_ang")
                .doubleValue();
    }

    /// The file names the primitive cell of Si, whose edges are a / sqrt(2) long.
    @Test
    void dft_gives_the_formation_energy_and_the_lattice_of_pbe() throws Exception {
        Needs.programs("gpaw");

        JsonNode steps = run("dft.yaml", Map.of(), "steps.relaxed.fmax=0.1", "steps.relaxed.stress_max=1.5");

        assertThat(Math.sqrt(2) * length(steps, "Si")).isCloseTo(5.4687, Percentage.withPercentage(1));
        assertThat(formationEnergy(steps, "LiSi")).isCloseTo(-0.206, within(0.03));
        // A metal, smeared by 0.1 eV.
        assertThat(steps.required("relaxed[phase=Li]")
                        .at("/result/findings/0/code")
                        .asString(""))
                .isEqualTo("W7");
    }

    @Test
    void a_learned_potential_is_near_pbe() throws Exception {
        Path python = CairnProcess.ROOT.resolve(".cairn/python/bin/python");
        Needs.file(python);

        JsonNode steps = run(
                "learned.yaml",
                Map.of("CAIRN_PYTHON", python.toString()),
                "matrix.phase=[Si, LiSi, Li13Si4, Li15Si4, Li]");

        assertThat(length(steps, "Si")).isCloseTo(5.4687, Percentage.withPercentage(1));
        assertThat(length(steps, "Li15Si4")).isCloseTo(10.566, Percentage.withPercentage(1));
        assertThat(formationEnergy(steps, "LiSi")).isCloseTo(-0.206, within(0.02));
        assertThat(formationEnergy(steps, "Li13Si4")).isCloseTo(-0.256, within(0.02));
        assertThat(formationEnergy(steps, "Li15Si4")).isCloseTo(-0.243, within(0.02));
    }
}
