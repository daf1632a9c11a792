package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workflows with real codes, from the command line to the number that the code itself printed.
@Tag("slow")
class DftCampaignTest {
    @TempDir
    private Path folder;

    private CairnProcess cairn;

    @BeforeEach
    void a_home() {
        cairn = new CairnProcess(folder, Map.of());
    }

    /// The result of a step after the workflow of that name has run.
    private JsonNode results(String workflow) throws Exception {
        CairnProcess.Ended run = cairn.run(
                "run",
                CairnProcess.ROOT
                        .resolve("workflows/" + workflow + "/workflow.yaml")
                        .toString());
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/" + workflow + "/results.json")))
                .required("steps");
    }

    private static double energy(JsonNode steps, String step) {
        return steps.required(step).required("result").required("energy_ev").doubleValue();
    }

    /// The last number behind a label in a file that the code wrote in the job of a step.
    private double printed(String workflow, String job, String file, String label) throws IOException {
        Path text = folder.resolve("campaigns/" + workflow + "/calculations/" + job + "/attempt-1/engine-0/" + file);
        List<String> lines = Files.readString(text, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.strip().startsWith(label))
                .toList();
        return Double.parseDouble(
                lines.getLast().strip().substring(label.length()).replaceAll("[^-+.0-9eE]", ""));
    }

    @Test
    void silicon_with_pw() throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        JsonNode steps = results("si2-pw");

        assertThat(energy(steps, "single") / 13.605693122994)
                .isCloseTo(
                        printed("si2-pw", "single/energy", "screen", "!    total energy              ="),
                        within(0.51e-8));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }

    @Test
    void silicon_with_gpaw() throws Exception {
        Needs.programs("gpaw");
        JsonNode steps = results("si2-gpaw");

        assertThat(energy(steps, "single"))
                .isCloseTo(printed("si2-gpaw", "single/energy", "gpaw.txt", "Free energy:"), within(0.51e-6));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }

    @Test
    void silicon_with_cp2k() throws Exception {
        Needs.programs("cp2k.psmp");
        JsonNode steps = results("si8-cp2k");

        assertThat(energy(steps, "single") / 27.2113838565563)
                .isCloseTo(
                        printed(
                                "si8-cp2k",
                                "single/energy",
                                "screen",
                                "ENERGY| Total FORCE_EVAL ( QS ) energy [a.u.]:"),
                        within(1e-12));
    }

    @Test
    void copper_with_a_calculator_of_ase() throws Exception {
        Needs.programs("gpaw"); // It brings ASE.
        JsonNode steps = results("cu4-emt");

        assertThat(energy(steps, "single"))
                .isCloseTo(printed("cu4-emt", "single/energy", "screen", "cairn: energy_ev"), within(1e-11));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }
}
