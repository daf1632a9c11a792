package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slurm")
class DftOnSlurmTest {
    @TempDir
    private Path folder;

    @Test
    void pw_in_a_job_of_slurm_relaxes_silicon() throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        RealSlurm slurm = RealSlurm.up();
        CairnProcess cairn =
                new CairnProcess(folder, Map.of("SLURM_CONF", slurm.slurmConf().toString()));
        Ledger ledger = new Ledger(folder.resolve("ledger"));
        String cluster = ProfileWithLedger.SLURM.write(folder, ledger).toString();

        CairnProcess.Ended run = cairn.run(
                "run",
                CairnProcess.ROOT.resolve("workflows/si2-pw/workflow.yaml").toString(),
                "--cluster",
                cluster,
                "--dir",
                "on-slurm");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(ledger.tokens()).hasSize(2).doesNotHaveDuplicates();
        assertThat(Files.readString(folder.resolve("on-slurm/results.json")))
                .contains("\"state\" : \"done\"")
                .contains("energy_ev");
    }
}
