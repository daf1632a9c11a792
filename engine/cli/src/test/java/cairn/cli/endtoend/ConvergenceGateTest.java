package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/converged-silicon`, with pw.x.
@Tag("slow")
class ConvergenceGateTest {
    private static final String WORKFLOW = CairnProcess.ROOT
            .resolve("workflows/converged-silicon/workflow.yaml")
            .toString();
    private static final double EV_PER_RYDBERG = 13.605693122994;

    @TempDir
    private static Path folder;

    private static CairnProcess cairn;
    private static Path campaign;

    @BeforeAll
    static void run_it() throws Exception {
        Needs.programs("pw.x");
        cairn = new CairnProcess(folder, Map.of());
        CairnProcess.Ended run = cairn.run("run", WORKFLOW);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        campaign = folder.resolve("campaigns/converged-silicon");
    }

    private static JsonNode json(String file) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(campaign.resolve(file)));
    }

    private static double energy(String calculation) throws Exception {
        return json("calculations/" + calculation + "/attempt-1/result.json")
                .required("evaluation")
                .required("energy_ev")
                .doubleValue();
    }

    @Test
    void the_least_cutoff_and_the_fewest_points_that_hold_are_found() throws Exception {
        JsonNode found = json("results.json").required("steps").required("gate").required("result");

        assertThat(found.required("cutoff_ev").doubleValue()).isCloseTo(25 * EV_PER_RYDBERG, within(1e-6));
        assertThat(found.required("k_spacing_per_ang").doubleValue()).isEqualTo(0.4);
        assertThat(Math.abs(energy("gate/cutoff-4") - energy("gate/cutoff-6")) / 2)
                .isLessThan(0.04);
        assertThat(Math.abs(energy("gate/cutoff-3") - energy("gate/cutoff-5")) / 2)
                .isGreaterThan(0.04);
    }

    @Test
    void the_steps_after_it_compute_with_what_it_found() throws Exception {
        JsonNode code = json("calculations/single/energy/attempt-1/work.json").required("code");

        assertThat(code.required("cutoff_ev").doubleValue()).isCloseTo(25 * EV_PER_RYDBERG, within(1e-6));
        assertThat(code.required("k_points").required("spacing_per_ang").doubleValue())
                .isEqualTo(0.4);
    }

    @Test
    void a_tolerance_that_nothing_meets_is_told_with_the_numbers() throws Exception {
        CairnProcess.Ended run = cairn.run(
                "run",
                WORKFLOW,
                "--dir",
                "strict",
                "--set",
                "steps.gate.cutoffs=[10 Ry, 12 Ry, 14 Ry]",
                "--set",
                "steps.gate.energy_tolerance=0.01 meV");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .containsPattern(
                        "No cutoff that was tried is converged: at 136\\.\\d+ eV the results still differ by \\d+"
                                + ".* meV/atom");
        assertThat(folder.resolve("strict/report.html")).content().contains("Nothing is chosen.", "136.057", "190.480");
        assertThat(folder.resolve("strict/figures/gate-cutoff.csv")).exists();
    }

    @Test
    void a_code_without_a_cutoff_has_nothing_to_converge() throws Exception {
        CairnProcess.Ended check = cairn.run("check", WORKFLOW, "--set", "steps.gate.code=builtin/meam-lisi");

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("has no cutoff and no k-points to converge");
    }
}
