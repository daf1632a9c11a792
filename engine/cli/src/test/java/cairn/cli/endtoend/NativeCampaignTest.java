package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workflows whose codes move the atoms by themselves, from the command line to the results.
@Tag("slow")
class NativeCampaignTest {
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
}
