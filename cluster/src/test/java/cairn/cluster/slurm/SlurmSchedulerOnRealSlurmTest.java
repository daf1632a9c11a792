package cairn.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.local.LocalTransport;
import cairn.cluster.real.Await;
import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import cairn.cluster.script.Claim;
import cairn.cluster.script.JobScript;
import cairn.cluster.script.Sentinel;
import cairn.cluster.script.TimeLimit;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slurm")
class SlurmSchedulerOnRealSlurmTest {
    private static final Duration WALLTIME = Duration.ofMinutes(5);

    private static RealSlurm slurm;

    @TempDir
    Path folder;

    private final Instant start = Instant.now();

    @BeforeAll
    static void slurm_is_up() {
        slurm = RealSlurm.up();
    }

    @Test
    void a_job_runs_and_leaves_its_sentinel() {
        Token token = new Token("run.ok-1");
        Submission submission = submit(scheduler(), token, "sh", "-c", "echo $CAIRN_JOB_ID");
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        Observation.Job job = over(token);
        assertThat(job).isEqualTo(new Observation.Job(accepted(submission), JobState.ENDED, "COMPLETED, None"));
        assertThat(sentinel(token)).isInstanceOfSatisfying(Sentinel.Complete.class, complete -> {
            assertThat(complete.job()).isEqualTo(job.id());
            assertThat(complete.end()).isEqualTo(new Sentinel.End.Exit(0));
        });
        assertThat(attempt(token).resolve("stdout.txt")).hasContent(job.id().value());
    }

    @Test
    void jobs_that_end_badly_say_how() {
        Token failed = new Token("run.failed-1");
        Token cancelled = new Token("run.cancelled-1");
        Token late = new Token("run.late-1");
        submit(scheduler(), failed, "sh", "-c", "exit 7");
        JobId toCancel = accepted(submit(scheduler(), cancelled, "sleep", "300"));
        JobId toEnd = accepted(submit(scheduler(), late, "sleep", "300"));
        running(cancelled);
        running(late);
        assertThat(scheduler().cancel(toCancel)).isEmpty();
        endsSoon(toEnd);
        assertThat(over(failed).state()).isEqualTo(JobState.ENDED);
        assertThat(over(cancelled).state()).isEqualTo(JobState.CANCELLED);
        assertThat(over(late).state()).isEqualTo(JobState.OUT_OF_TIME);
        assertThat(sentinel(failed))
                .isInstanceOfSatisfying(
                        Sentinel.Complete.class,
                        complete -> assertThat(complete.end()).isEqualTo(new Sentinel.End.Exit(7)));
        assertThat(sentinel(late))
                .isInstanceOfSatisfying(
                        Sentinel.Complete.class,
                        complete -> assertThat(complete.received()).contains("TERM"));
    }

    /// Also where it was moved since the job was submitted.
    @Test
    void a_job_is_told_the_end_that_the_controller_has_for_it() throws IOException {
        Token token = new Token("run.end-1");
        TimeLimit limit = new TimeLimit.Of(WALLTIME, Duration.ofMinutes(1));
        JobId id = accepted(scheduler()
                .submit(staged(
                        token,
                        List.of("#SBATCH --hold", "#SBATCH --time=" + WALLTIME.toMinutes()),
                        limit,
                        "sh",
                        "-c",
                        "echo $CAIRN_END_AT; eval \"$CAIRN_ASK_END\"; echo $((CAIRN_END_AT - CAIRN_STOP_AT))")));
        succeeds("scontrol", "update", "jobid=" + id.value(), "TimeLimit=2");
        succeeds("scontrol", "release", id.value());
        over(token);

        List<String> said = Files.readAllLines(attempt(token).resolve("stdout.txt"));
        assertThat(said.getFirst()).isEqualTo(said.get(1).strip());
        assertThat(Integer.parseInt(said.getLast()))
                .as("seconds to stop in, of two minutes rather than five")
                .isLessThanOrEqualTo(24);
    }

    private static void succeeds(String... command) {
        assertThat(slurm.runner().run(List.of(command), Duration.ofSeconds(30)))
                .isEqualTo(new Outcome.Finished(0, "", ""));
    }

    @Test
    void an_unknown_token_is_absent() {
        assertThat(observed(new Token("run.never-1"))).isEqualTo(new Observation.Absent());
    }

    @Test
    void accounting_knows_a_job_that_the_controller_has_forgotten() throws IOException {
        Token token = new Token("run.forgotten-1");
        submit(scheduler(), token, "true");
        over(token);
        CommandRunner forgetful = shimmed("squeue", "exit 0");
        Observation seen = Await.until(
                () -> observed(SlurmScheduler.of(forgetful, InstantSource.system()), token),
                Observation.Present.class::isInstance);
        assertThat(seen)
                .isInstanceOfSatisfying(
                        Observation.Present.class,
                        present -> assertThat(present.jobs().getFirst().state()).isEqualTo(JobState.ENDED));
    }

    @Test
    void a_request_that_slurm_refuses_is_rejected_and_leaves_nothing() {
        Token token = new Token("run.refused-1");
        Submission submission = scheduler().submit(staged(token, List.of("#SBATCH --partition=none"), "true"));
        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("Invalid partition name"));
        Token large = new Token("run.large-1");
        assertThat(scheduler().submit(staged(large, List.of("#SBATCH --mem=99999"), "true")))
                .isInstanceOf(Submission.Rejected.class);
        assertThat(observed(token)).isEqualTo(new Observation.Absent());
        assertThat(observed(large)).isEqualTo(new Observation.Absent());
    }

    @Test
    void a_submit_over_the_users_limit_is_turned_away_and_later_taken() {
        limitSubmits("1");
        JobId first = accepted(submit(scheduler(), new Token("run.limit-1"), "sleep", "300"));
        Token token = new Token("run.limit-2");
        JobRequest request = staged(token, List.of(), "true");
        Submission answer = Await.until(() -> scheduler().submit(request), Submission.Busy.class::isInstance);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Submission.Busy.class, busy -> assertThat(busy.reason()).contains("AssocMaxSubmitJobLimit"));
        limitSubmits("-1");
        scheduler().cancel(first);
        assertThat(Await.until(() -> scheduler().submit(request), Submission.Accepted.class::isInstance))
                .isInstanceOf(Submission.Accepted.class);
    }

    /// Accounting tells the controller, which heeds it a moment later.
    private static void limitSubmits(String jobs) {
        Outcome outcome = slurm.runner()
                .run(
                        List.of("sacctmgr", "-i", "-Q", "modify", "user", "root", "set", "MaxSubmitJobs=" + jobs),
                        Duration.ofSeconds(30));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Finished.class,
                        finished -> assertThat(finished.exit()).isZero());
    }

    @Test
    void a_job_over_the_limit_of_its_partition_is_stuck() {
        Token token = new Token("run.stuck-1");
        JobId id = accepted(
                scheduler().submit(staged(token, List.of("#SBATCH --partition=short", "#SBATCH --time=60"), "true")));
        assertThat(await(token, JobState.STUCK).state()).isEqualTo(JobState.STUCK);
        scheduler().cancel(id);
        assertThat(over(token).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_submit_that_times_out_is_found_by_its_token() {
        Token token = new Token("run.paused-1");
        slurm.whilePaused(
                "slurmctld",
                () -> assertThat(submit(scheduler(), token, "true")).isInstanceOf(Submission.Unclear.class));
        assertThat(over(token).state()).isEqualTo(JobState.ENDED);
        assertThat(jobs(token)).hasSize(1);
        assertThat(sentinel(token)).isInstanceOf(Sentinel.Complete.class);
    }

    @Test
    void a_submit_killed_after_the_controller_took_the_job_is_found_by_its_token() throws IOException {
        Token token = new Token("run.killed-1");
        CommandRunner killed = shimmed("sbatch", "/usr/bin/sbatch \"$@\" >/dev/null; kill -9 $$");
        Submission submission = submit(SlurmScheduler.of(killed, InstantSource.system()), token, "true");
        assertThat(submission).isInstanceOf(Submission.Unclear.class);
        assertThat(over(token).state()).isEqualTo(JobState.ENDED);
        assertThat(jobs(token)).hasSize(1);
    }

    @Test
    void a_submit_whose_connection_breaks_before_the_reply_is_found_by_its_token() throws IOException {
        Needs.programs("strace");
        Token token = new Token("run.reset-1");
        CommandRunner broken = shimmed(
                "sbatch",
                "exec strace -qq -o /dev/null -e trace=recvfrom "
                        + "-e inject=recvfrom:error=ECONNRESET:when=5 /usr/bin/sbatch \"$@\"");
        Submission submission = submit(SlurmScheduler.of(broken, InstantSource.system()), token, "true");
        assertThat(submission).isInstanceOf(Submission.Unclear.class);
        assertThat(over(token).state()).isEqualTo(JobState.ENDED);
        assertThat(jobs(token)).hasSize(1);
    }

    @Test
    void of_two_jobs_of_one_token_the_second_finds_the_directory_claimed() throws IOException {
        Token token = new Token("run.twice-1");
        JobRequest request = staged(token, List.of(), "sh", "-c", "echo ran >>" + folder.resolve("ledger"));
        JobId first = accepted(scheduler().submit(request));
        JobId second = accepted(scheduler().submit(request));
        Await.until(
                () -> jobs(token),
                jobs -> jobs.size() == 2 && jobs.stream().allMatch(SlurmSchedulerOnRealSlurmTest::isOver));
        assertThat(jobs(token)).extracting(Observation.Job::id).containsExactly(first, second);
        assertThat(folder.resolve("ledger")).hasContent("ran");
        JobId winner =
                Claim.read(new LocalTransport(), attempt(token)).orElseThrow().job();
        assertThat(sentinel(token))
                .isInstanceOfSatisfying(
                        Sentinel.Complete.class,
                        complete -> assertThat(complete.job()).isEqualTo(winner));
        JobId loser = winner.equals(first) ? second : first;
        assertThat(Files.exists(attempt(token).resolve("lost." + loser + ".0"))).isTrue();
    }

    @Test
    void nobody_answers_for_a_dead_controller() {
        Token token = new Token("run.dead-1");
        slurm.whileDead("slurmctld", () -> {
            assertThat(observed(token)).isInstanceOf(Observation.Unanswered.class);
            assertThat(scheduler().cancel(new JobId("1"))).contains("scancel");
        });
        assertThat(observed(token)).isEqualTo(new Observation.Absent());
    }

    @Test
    void dead_accounting_answers_only_for_what_the_controller_knows() {
        Token known = new Token("run.known-1");
        Token unknown = new Token("run.unknown-1");
        submit(scheduler(), known, "true");
        slurm.whileDead("slurmdbd", () -> {
            Map<Token, Observation> seen = scheduler().observe(Map.of(known, start, unknown, start));
            assertThat(seen).hasEntrySatisfying(known, one -> assertThat(one).isInstanceOf(Observation.Present.class));
            assertThat(seen)
                    .hasEntrySatisfying(unknown, one -> assertThat(one).isInstanceOf(Observation.Unanswered.class));
        });
        over(known);
    }

    private static SlurmScheduler scheduler() {
        return SlurmScheduler.of(slurm.runner(), InstantSource.system());
    }

    /// A runner that finds this text instead of the command.
    private CommandRunner shimmed(String command, String text) throws IOException {
        Path shim = Files.writeString(
                Files.createDirectories(folder.resolve("shim")).resolve(command), "#!/bin/sh\n" + text);
        assertThat(shim.toFile().setExecutable(true)).isTrue();
        String path = slurm.runner().environment().getOrDefault("PATH", "/usr/bin:/bin");
        return slurm.runner().and("PATH", shim.getParent() + ":" + path);
    }

    private Submission submit(SlurmScheduler to, Token token, String... command) {
        return to.submit(staged(token, List.of(), command));
    }

    private JobRequest staged(Token token, List<String> header, String... command) {
        return staged(token, header, new TimeLimit.None(), command);
    }

    private JobRequest staged(Token token, List<String> header, TimeLimit limit, String... command) {
        JobScript.Preparation preparation =
                new JobScript.Preparation("/bin/bash", header, new TreeMap<>(), List.of(), List.of(), List.of());
        JobScript script =
                new JobScript(token, attempt(token), 1, limit, preparation, Arrays.asList(command), List.of());
        new LocalTransport()
                .stage(attempt(token), Map.of("job.sh", script.render().getBytes(StandardCharsets.UTF_8)));
        return new JobRequest(token, attempt(token), "job.sh", new Resources(1, 100, WALLTIME));
    }

    private Path attempt(Token token) {
        return folder.resolve(token.value());
    }

    private Sentinel sentinel(Token token) {
        return Sentinel.read(new LocalTransport(), attempt(token), token);
    }

    private Observation observed(Token token) {
        return observed(scheduler(), token);
    }

    private Observation observed(SlurmScheduler by, Token token) {
        return new LinkedHashMap<>(by.observe(Map.of(token, start)))
                .values()
                .iterator()
                .next();
    }

    private List<Observation.Job> jobs(Token token) {
        return observed(token) instanceof Observation.Present present ? present.jobs() : List.of();
    }

    private void running(Token token) {
        await(token, JobState.RUNNING);
        Await.until(() -> Files.exists(attempt(token).resolve("stdout.txt")), exists -> exists);
    }

    private Observation.Job await(Token token, JobState state) {
        return Await.until(() -> jobs(token), jobs -> jobs.stream().anyMatch(job -> job.state() == state))
                .getFirst();
    }

    private Observation.Job over(Token token) {
        return Await.until(() -> jobs(token), jobs -> jobs.stream().anyMatch(SlurmSchedulerOnRealSlurmTest::isOver))
                .getFirst();
    }

    private static boolean isOver(Observation.Job job) {
        return job.state().isOver();
    }

    private static JobId accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).id();
    }

    /// Slurm checks time limits every 30 s or so; an end that is set is found sooner.
    private static void endsSoon(JobId id) {
        succeeds("sh", "-c", "scontrol update jobid=$1 EndTime=$(date -d +3sec +%FT%T)", "sh", id.value());
    }
}
