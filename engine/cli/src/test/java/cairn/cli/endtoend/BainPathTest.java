package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/bain-path-of-lithium`, a band whose cells move, against a scan along c/a by LAMMPS with
/// the same potential: at each c/a the volume was relaxed, and the highest energy is that of fcc.
@Tag("slow")
class BainPathTest {
    private static final String WORKFLOW = CairnProcess.ROOT
            .resolve("workflows/bain-path-of-lithium/workflow.yaml")
            .toString();

    /// eV per atom; LAMMPS 29 Sep 2021 with MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000, box/relax.
    private static final double BCC = -1.64729806;

    private static final double FCC = -1.63490967;
    private static final double BCT = -1.63735633;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"builtin/meam-lisi", "lammps"})
    void the_barriers_of_a_transition_are_those_of_a_scan_by_another_code(String code) throws Exception {
        if (code.equals("lammps")) {
            Needs.programs("lmp");
        }
        CairnProcess.Ended run = new CairnProcess(folder, Map.of()).run("run", WORKFLOW, "--set", "code=" + code);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).as(run.out()).isZero();
        Path campaign = folder.resolve("campaigns/bain-path-of-lithium");
        JsonNode found = JsonMapper.shared()
                .readTree(Files.readString(campaign.resolve("results.json")))
                .required("steps")
                .required("transition")
                .required("result");
        assertThat(found.required("converged").stringValue()).isEqualTo("SADDLE");
        assertThat(found.required("barrier_forward_ev").doubleValue()).isCloseTo(2 * (FCC - BCC), within(1e-5));
        assertThat(found.required("barrier_reverse_ev").doubleValue()).isCloseTo(2 * (FCC - BCT), within(1e-5));
        assertThat(campaign.resolve("figures/transition.svg")).isNotEmptyFile();
    }
}
