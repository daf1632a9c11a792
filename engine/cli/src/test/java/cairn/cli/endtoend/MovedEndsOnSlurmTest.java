package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.endtoend.HurriedRelaxation.Mover;
import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Jobs whose ends somebody moves. No relaxation here is done after the six seconds after which a job of a minute
/// begins to stop.
@Tag("slurm")
@ResourceLock(value = RealSlurm.LOCK, mode = ResourceAccessMode.READ)
class MovedEndsOnSlurmTest {
    /// As much of the time as a margin may take: nine tenths.
    private static final long MARGIN_OF_A_MINUTE = 54;

    private static final long MARGIN_OF_TEN_MINUTES = 540;

    private static final String LATER = "scontrol update jobid=$SLURM_JOB_ID TimeLimit=10";

    /// An administrator shortens the first job before it begins.
    private static final String SBATCH = """
            #!/bin/sh
            [ ! -e shortened ] || exec /usr/bin/sbatch "$@"
            touch shortened
            id=$(/usr/bin/sbatch --hold "$@") || exit
            scontrol update jobid="$id" TimeLimit=1 >&2 || exit
            scontrol release "$id" >&2 || exit
            echo "$id"
            """;

    @TempDir
    private Path folder;

    /// The job has asked for its end before the prelude runs.
    @Test
    void a_job_whose_end_was_moved_later_does_not_stop_at_the_old_one() throws Exception {
        Needs.programs("pw.x");
        HurriedRelaxation relaxation = new HurriedRelaxation(folder);

        RelaxationJobs jobs =
                run(relaxation.workflow(Mover.PW, 1), relaxation.profile(MARGIN_OF_A_MINUTE, LATER), Map.of());

        assertThat(jobs.restarts()).isZero();
    }

    @Test
    void a_job_whose_limit_was_shortened_before_it_began_stops_by_itself_and_nothing_is_asked_twice() throws Exception {
        Needs.programs("pw.x");
        HurriedRelaxation relaxation = new HurriedRelaxation(folder);
        Path sbatch =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("sbatch"), SBATCH);
        assertThat(sbatch.toFile().setExecutable(true)).isTrue();

        RelaxationJobs jobs = run(
                relaxation.workflow(Mover.CAIRN, HurriedRelaxation.MINUTES),
                relaxation.profile(MARGIN_OF_TEN_MINUTES),
                Map.of("PATH", sbatch.getParent() + ":" + System.getenv("PATH")));

        assertThat(jobs.causes()).containsExactly("walltime");
        assertThat(jobs.attempt(1).resolve("status.txt"))
                .content()
                .contains("exit 0")
                .doesNotContain("received");
        assertThat(Files.readAllLines(jobs.attempt(1 + jobs.restarts()).resolve("evaluations.log")))
                .doesNotHaveDuplicates()
                .hasSize(jobs.evaluations());
    }

    private RelaxationJobs run(Path workflow, Path profile, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SLURM_CONF", RealSlurm.up().slurmConf().toString());
        CairnProcess.Ended run = new CairnProcess(folder, environment)
                .run("run", workflow.toString(), "--cluster", profile.toString(), "--dir", "moved");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return new RelaxationJobs(folder.resolve("moved"));
    }
}
