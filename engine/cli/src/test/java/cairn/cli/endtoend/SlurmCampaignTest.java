package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Await;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("slurm")
@ResourceLock(RealSlurm.LOCK)
class SlurmCampaignTest {
    private static RealSlurm slurm;

    @TempDir
    private Path folder;

    private CairnProcess cairn;
    private Ledger ledger;
    private String cluster;

    @BeforeAll
    static void slurm_is_up() {
        slurm = RealSlurm.up();
    }

    @BeforeEach
    void a_profile_whose_jobs_sign() throws IOException {
        cairn = new CairnProcess(folder, Map.of("SLURM_CONF", slurm.slurmConf().toString()));
        ledger = new Ledger(folder.resolve("ledger"));
        cluster = ProfileWithLedger.SLURM.write(folder, ledger).toString();
    }

    @Test
    void the_same_campaign_gives_the_same_bytes_as_on_the_local_machine() throws Exception {
        byte[] local = localResults();

        CairnProcess.Ended run = cairn.run("run", FirstCampaign.WORKFLOW, "--cluster", cluster, "--dir", "on-slurm");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("on-slurm/results.json"))).isEqualTo(local);
        ledger.assertEachRanOnce();
    }

    @Test
    void killed_at_fifty_random_instants_it_goes_on_and_runs_nothing_twice() throws Exception {
        new KilledEngine(cairn, ProfileWithLedger.SLURM, 4000, KilledEngine.Load.FIRST_CAMPAIGN)
                .assertUnharmed(50, localResults());
    }

    /// The recipe of a submit host that dies: the controller has the job, nobody hears its id.
    @Test
    void a_job_whose_sbatch_was_killed_is_adopted() throws Exception {
        Path shim = Files.createDirectory(folder.resolve("bin")).resolve("sbatch");
        Files.writeString(shim, "#!/bin/sh\n/usr/bin/sbatch \"$@\" >/dev/null\nkill -9 $$\n");
        Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));
        CairnProcess shimmed = new CairnProcess(
                folder,
                Map.of(
                        "SLURM_CONF",
                        slurm.slurmConf().toString(),
                        "PATH",
                        shim.getParent() + ":" + System.getenv("PATH")));

        CairnProcess.Ended run = shimmed.run("run", FirstCampaign.WORKFLOW, "--cluster", cluster);

        assertThat(run.status()).as(run.err()).isZero();
        FirstCampaign.assertBarrier(folder);
        ledger.assertEachRanOnce();
        assertThat(cairn.run("why", "hop").out()).contains("submitted without a clear answer");
    }

    @Test
    void a_job_that_a_hung_controller_takes_late_is_adopted() throws Exception {
        Process[] engine = new Process[1];
        slurm.whilePaused("slurmctld", () -> {
            engine[0] = start();
            assertThat(Await.until(this::journal, text -> text.contains("unclear")))
                    .contains("unclear");
        });

        assertThat(engine[0].waitFor()).as(cairn.said()).isZero();
        FirstCampaign.assertBarrier(folder);
        ledger.assertEachRanOnce();
    }

    private Process start() {
        try {
            return cairn.start("run", FirstCampaign.WORKFLOW, "--cluster", cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String journal() {
        Path journal = folder.resolve("campaigns/li-in-silicon/journal");
        if (!Files.isDirectory(journal)) {
            return "";
        }
        try (Stream<Path> files = Files.list(journal)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] localResults() throws Exception {
        assertThat(cairn.run("run", FirstCampaign.WORKFLOW).status()).isZero();
        return Files.readAllBytes(FirstCampaign.results(folder));
    }
}
