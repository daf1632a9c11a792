package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.endtoend.HurriedRelaxation.Mover;
import cairn.cluster.real.Await;
import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/// Relaxations under walltimes that are too short for them. How short is measured first, by one that has all the time
/// it wants: so that it takes several jobs on any machine.
@Tag("slurm")
@ResourceLock(value = RealSlurm.LOCK, mode = ResourceAccessMode.READ, target = ResourceLockTarget.CHILDREN)
@Execution(ExecutionMode.CONCURRENT)
class WalltimeOnSlurmTest {
    private static final long MINUTE = 60;

    /// Before the end of a job: enough for one to end that is not in a hurry.
    private static final long USUAL_MARGIN = 60;

    /// What a job needs to begin and to do a step; no margin takes more than nine tenths of a minute.
    private static final long SHORTEST = 6;

    /// What a job gets of the time that the whole relaxation took, which is about ten steps.
    private static final double SHARE = 0.3;

    @TempDir
    private Path folder;

    /// Each step is begun once, or twice, where it was stopped meanwhile.
    @Test
    void a_relaxation_of_pw_that_needs_many_jobs_loses_no_more_than_a_step_with_each() throws Exception {
        Needs.programs("pw.x");

        RelaxationJobs hurried = hurried(Mover.PW, whole(Mover.PW));

        int needed = hurried.evaluations();
        assertThat(hurried.lines("pw.out", " +Self-consistent Calculation"))
                .isBetween(needed, needed + hurried.restarts());
    }

    /// CP2K cannot save an SCF that is stopped, and computes where it goes on from once more, in an iteration. Together
    /// that is no more than the longest step.
    @Test
    void a_relaxation_of_cp2k_that_needs_many_jobs_loses_no_more_than_a_step_with_each() throws Exception {
        Needs.programs("cp2k.psmp");
        String iteration = " +\\d+ \\S+Diag\\. ";
        RelaxationJobs whole = whole(Mover.CP2K);

        RelaxationJobs hurried = hurried(Mover.CP2K, whole);

        int longest = whole.largest("cp2k.out", " *\\*\\*\\* SCF run converged in +(\\d+) steps");
        assertThat(hurried.lines("native.log", "begun \\S+ later"))
                .as("runs without what was saved")
                .isZero();
        assertThat(hurried.lines("cp2k.out", iteration))
                .as("iterations, with %d restarts", hurried.restarts())
                .isLessThanOrEqualTo(whole.lines("cp2k.out", iteration) + hurried.restarts() * longest);
    }

    private RelaxationJobs whole(Mover mover) throws Exception {
        Path workflow = relaxation().workflow(mover, HurriedRelaxation.MINUTES);
        succeeds(new CairnProcess(folder, Map.of()).run("run", workflow.toString(), "--dir", "whole"));
        return new RelaxationJobs(folder.resolve("whole"));
    }

    private RelaxationJobs hurried(Mover mover, RelaxationJobs whole) throws Exception {
        RelaxationJobs hurried = hurried(mover, whole.took());
        assertThat(hurried.causes()).containsExactly("walltime");
        assertThat(hurried.evaluations()).isLessThanOrEqualTo(whole.evaluations() + hurried.restarts());
        return hurried;
    }

    /// A machine that has less to do meanwhile may need no restart: then there is less time.
    private RelaxationJobs hurried(Mover mover, Duration took) throws Exception {
        double seconds = SHARE * took.toSeconds();
        RelaxationJobs jobs = hurried(mover, Math.max(SHORTEST, (long) seconds));
        while (jobs.restarts() == 0 && seconds > SHORTEST) {
            seconds /= 2;
            jobs = hurried(mover, Math.max(SHORTEST, (long) seconds));
        }
        assertThat(jobs.restarts()).as("restarts in " + jobs.campaign()).isPositive();
        return jobs;
    }

    private RelaxationJobs hurried(Mover mover, long each) throws Exception {
        long minutes = Math.ceilDiv(each + 1, MINUTE);
        Path workflow = relaxation().workflow(mover, minutes);
        Path profile = relaxation().profile(minutes * MINUTE - each);
        String campaign = "hurried-" + each;
        succeeds(onSlurm().run("run", workflow.toString(), "--cluster", profile.toString(), "--dir", campaign));
        return new RelaxationJobs(folder.resolve(campaign));
    }

    /// The job and its code have stopped to hear anything, as when a file system hangs, and an administrator has
    /// brought the end of the job forward.
    @Test
    void a_job_that_slurm_kills_is_followed_by_one_that_goes_on_from_its_last_step() throws Exception {
        Needs.programs("cp2k.psmp");
        Path workflow = relaxation().workflow(Mover.CP2K, HurriedRelaxation.MINUTES);
        Process engine = onSlurm()
                .start(
                        "run",
                        workflow.toString(),
                        "--cluster",
                        relaxation().profile(USUAL_MARGIN).toString(),
                        "--dir",
                        "killed");
        RelaxationJobs killed = new RelaxationJobs(folder.resolve("killed"));
        while (engine.isAlive() && frames(killed.attempt(1)) < 3) {
            Await.until(() -> frames(killed.attempt(1)), frames -> frames > 2);
        }
        JobProcesses.halt(killed.attempt(1));
        JobProcesses.halt(killed.attempt(1).resolve("run-1"));
        int steps = frames(killed.attempt(1));
        endNow(killed.attempt(1));

        assertThat(engine.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(engine.exitValue()).as(onSlurm().said()).isZero();
        assertThat(killed.causes()).containsExactly("walltime");
        assertThat(Files.readString(killed.attempt(2).resolve("native.log")))
                .contains("begun attempt-2/run-1 saved " + steps);
    }

    private void endNow(Path attempt) {
        String jobs = told("squeue", "--noheader", "--format=%i %Z");
        String job = jobs.lines()
                .filter(line -> line.endsWith(" " + attempt))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job works in " + attempt + ": " + jobs));
        told("sh", "-c", "scontrol update jobid=" + job + " EndTime=$(date -d +3sec +%FT%T)");
    }

    private static String told(String... command) {
        Outcome outcome = RealSlurm.up().runner().run(List.of(command), Duration.ofSeconds(30));
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        Outcome.Finished finished = (Outcome.Finished) outcome;
        assertThat(finished.exit()).as(finished.stderr()).isZero();
        return finished.stdout();
    }

    /// Of the steps that CP2K has written.
    private static int frames(Path attempt) {
        Path trajectory = attempt.resolve("run-1/cairn-pos-1.xyz");
        try {
            return Files.exists(trajectory) ? Files.readString(trajectory).split(" i = ", -1).length - 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void succeeds(CairnProcess.Ended run) {
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    private HurriedRelaxation relaxation() {
        return new HurriedRelaxation(folder);
    }

    private CairnProcess onSlurm() {
        return new CairnProcess(
                folder, Map.of("SLURM_CONF", RealSlurm.up().slurmConf().toString()));
    }
}
