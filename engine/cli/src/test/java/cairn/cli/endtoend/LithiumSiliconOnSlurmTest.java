package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.RealSlurm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A part of the campaign of `workflows/li-si-phases` in jobs of a real Slurm.
@Tag("slurm")
@ResourceLock(RealSlurm.LOCK)
class LithiumSiliconOnSlurmTest {
    private static RealSlurm slurm;

    @TempDir
    private Path folder;

    @BeforeAll
    static void slurm_is_up() {
        slurm = RealSlurm.up();
    }

    @Test
    void an_engine_that_is_killed_comes_to_the_results_of_the_local_machine() throws Exception {
        CairnProcess cairn =
                new CairnProcess(folder, Map.of("SLURM_CONF", slurm.slurmConf().toString()));
        CairnProcess.Ended local = cairn.run(FewLithiumSilicides.locally("few"));
        assertThat(local.status()).as(local.out() + local.err()).isZero();

        new KilledEngine(cairn, ProfileWithLedger.SLURM, 6000, FewLithiumSilicides.LOAD)
                .assertUnharmed(4, Files.readAllBytes(folder.resolve("few/results.json")));
    }
}
