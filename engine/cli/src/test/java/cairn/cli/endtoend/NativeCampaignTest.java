package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workflows whose codes move the atoms by themselves, from the command line to the results.
@Tag("slow")
class NativeCampaignTest {
    private static final double HARTREE_EV = 27.211386;

    @TempDir
    private Path folder;

    private JsonNode results(String workflow) throws Exception {
        CairnProcess.Ended run = new CairnProcess(folder, Map.of())
                .run(
                        "run",
                        CairnProcess.ROOT
                                .resolve("workflows/" + workflow + "/workflow.yaml")
                                .toString());
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/" + workflow + "/results.json")))
                .required("steps");
    }

    private static double number(JsonNode steps, String step, String key) {
        return steps.required(step).required("result").required(key).doubleValue();
    }

    @Test
    void silicon_moved_by_pw_comes_to_the_same_as_moved_by_cairn() throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        JsonNode byPw = results("si2-by-pw");
        JsonNode byCairn = results("si2-pw");

        assertThat(number(byPw, "single", "energy_ev")).isCloseTo(number(byCairn, "single", "energy_ev"), within(1e-5));
        assertThat(number(byPw, "relaxed", "energy_ev"))
                .isCloseTo(number(byCairn, "relaxed", "energy_ev"), within(1e-3));
        assertThat(number(byPw, "warm", "steps")).isEqualTo(5);
        assertThat(number(byPw, "warm", "mean_temperature_k")).isBetween(1.0, 300.0);
    }

    @Test
    void warm_silicon_with_lammps() throws Exception {
        Needs.programs("lmp");
        JsonNode steps = results("si8-warm");

        assertThat(number(steps, "alone", "mean_temperature_k")).isBetween(200.0, 400.0);
        assertThat(number(steps, "warm", "mean_temperature_k")).isBetween(450.0, 750.0);
        assertThat(number(steps, "pressed", "mean_pressure_gpa")).isBetween(3.0, 7.0);
        assertThat(number(steps, "pressed", "volume_ang3")).isLessThan(number(steps, "warm", "volume_ang3"));
    }

    @Test
    void hydrogen_moved_by_cp2k() throws Exception {
        Needs.programs("cp2k.psmp");
        JsonNode steps = results("h2-by-cp2k");

        assertThat(number(steps, "relaxed", "fmax_ev_per_ang")).isLessThanOrEqualTo(0.03);
        assertThat(number(steps, "warm", "steps")).isEqualTo(4);
        assertThat(number(steps, "warm", "mean_temperature_k")).isPositive();
    }

    @Test
    void a_band_of_cp2k_has_the_barrier_that_cairn_finds_with_forces_of_cp2k() throws Exception {
        Needs.programs("cp2k.psmp");
        JsonNode steps = results("proton-by-cp2k");

        for (String barrier : List.of("barrier_forward_ev", "barrier_reverse_ev")) {
            assertThat(number(steps, "by-cp2k", barrier)).isCloseTo(number(steps, "by-cairn", barrier), within(2e-3));
        }
        assertThat(number(steps, "by-cp2k", "barrier_forward_ev")).isCloseTo(0.374, within(5e-3));
        assertThat(number(steps, "by-cp2k", "fmax_ev_per_ang")).isLessThanOrEqualTo(0.05);
        assertThat(steps.at("/by-cp2k/result/converged").asString()).isEqualTo("SADDLE");
        Path attempt = folder.resolve("campaigns/proton-by-cp2k/calculations/by-cp2k/band/attempt-1");
        hasTheEnergiesOfCp2k(attempt);
        CairnProcess.Ended parsed = new CairnProcess(folder, Map.of())
                .run("parse", attempt.resolve("run-2/cp2k.out").toString());
        assertThat(parsed.out()).contains("complete", "it ran to its end and met its criteria");
    }

    /// The last line of `cairn-1.ener` has the step, and the energy of each image in Hartree.
    private static void hasTheEnergiesOfCp2k(Path attempt) throws IOException {
        JsonNode profile = JsonMapper.shared()
                .readTree(Files.readString(attempt.resolve("result.json")))
                .required("profile");
        String[] told = Files.readAllLines(attempt.resolve("run-2/cairn-1.ener"))
                .getLast()
                .strip()
                .split("\\s+");
        for (int image = 0; image < 5; image++) {
            assertThat(profile.at("/energies_ev/" + image).doubleValue())
                    .isCloseTo(HARTREE_EV * Double.parseDouble(told[1 + image]), within(1e-4));
            assertThat(profile.at("/fmax_ev_per_ang/" + image).doubleValue()).isLessThanOrEqualTo(0.05);
        }
    }
}
