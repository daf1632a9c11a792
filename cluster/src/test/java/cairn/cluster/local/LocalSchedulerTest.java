package cairn.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.real.Await;
import cairn.cluster.script.JobScript;
import cairn.cluster.script.Sentinel;
import cairn.cluster.shell.CommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSchedulerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final Instant start = Instant.now();
    private LocalScheduler scheduler;

    @BeforeEach
    void an_engine_starts() {
        scheduler = engine();
    }

    @AfterEach
    void nothing_is_left_running() throws IOException {
        for (SpooledJob job : new Spool(spool()).jobs()) {
            scheduler.cancel(job.id());
            Await.until(() -> observed(job.token()), LocalSchedulerTest::isOver);
        }
    }

    @Test
    void a_job_runs_and_leaves_its_sentinel() {
        Token token = submitted("relax-1", 1, HOUR, "sh", "-c", "echo $CAIRN_JOB_ID");
        assertThat(states(token, JobState.ENDED)).containsExactly(JobState.ENDED);
        assertThat(Sentinel.read(new LocalTransport(), attempt(token), token))
                .isInstanceOfSatisfying(Sentinel.Complete.class, complete -> {
                    assertThat(complete.end()).isEqualTo(new Sentinel.End.Exit(0));
                    assertThat(complete.job()).isEqualTo(new JobId("1"));
                });
        assertThat(attempt(token).resolve("stdout.txt")).hasContent("1");
    }

    @Test
    void a_failing_job_has_ended_too() {
        Token token = submitted("relax-1", 1, HOUR, "sh", "-c", "exit 3");
        states(token, JobState.ENDED);
        assertThat(observed(token))
                .isEqualTo(new Observation.Present(
                        List.of(new Observation.Job(new JobId("1"), JobState.ENDED, "ENDED, 3"))));
    }

    @Test
    void an_unknown_token_is_absent() {
        assertThat(observed(new Token("never"))).isEqualTo(new Observation.Absent());
    }

    @Test
    void a_job_older_than_its_intent_is_not_ours() {
        Token token = submitted("relax-1", 1, HOUR, "true");
        assertThat(scheduler.observe(Map.of(token, start.plus(HOUR)))).containsValue(new Observation.Absent());
    }

    @Test
    void a_job_too_large_for_the_machine_is_rejected() {
        assertThat(submit(scheduler, new Token("big-1"), 3, HOUR, "true")).isInstanceOf(Submission.Rejected.class);
        assertThat(observed(new Token("big-1"))).isEqualTo(new Observation.Absent());
    }

    @Test
    void jobs_wait_in_order_until_cores_are_free() {
        Token first = submitted("a-1", 1, HOUR, "sleep", "300");
        Token second = submitted("b-1", 2, HOUR, "true");
        Token third = submitted("c-1", 1, HOUR, "true");
        assertThat(states(first, JobState.RUNNING)).containsExactly(JobState.RUNNING);
        assertThat(state(second)).isEqualTo(JobState.QUEUED);
        assertThat(state(third)).isEqualTo(JobState.QUEUED);
        assertThat(scheduler.cancel(id(first))).isEmpty();
        assertThat(states(first, JobState.CANCELLED)).containsExactly(JobState.CANCELLED);
        assertThat(states(second, JobState.ENDED)).containsExactly(JobState.ENDED);
        assertThat(states(third, JobState.ENDED)).containsExactly(JobState.ENDED);
    }

    @Test
    void cancel_ends_the_command_and_its_children() throws IOException {
        Token token = submitted("a-1", 1, HOUR, "sh", "-c", "sleep 300 & echo $! $$ >pids; wait; :");
        observed(token);
        Path pids = attempt(token).resolve("pids");
        String both = Await.until(() -> text(pids), text -> text.endsWith("\n"));
        scheduler.cancel(id(token));
        assertThat(states(token, JobState.CANCELLED)).containsExactly(JobState.CANCELLED);
        assertThat(both.strip().split(" ")).hasSize(2).noneMatch(LocalSchedulerTest::isAlive);
    }

    @Test
    void a_queued_job_that_is_cancelled_never_runs() {
        submitted("a-1", 2, HOUR, "sleep", "300");
        Token second = submitted("b-1", 2, HOUR, "true");
        assertThat(state(second)).isEqualTo(JobState.QUEUED);
        scheduler.cancel(id(second));
        assertThat(state(second)).isEqualTo(JobState.CANCELLED);
        scheduler.cancel(id(new Token("a-1")));
        states(new Token("a-1"), JobState.CANCELLED);
        assertThat(state(second)).isEqualTo(JobState.CANCELLED);
        assertThat(attempt(second).resolve("claim")).doesNotExist();
    }

    @Test
    void a_job_is_stopped_at_its_walltime() {
        Token token = submitted("a-1", 1, Duration.ofSeconds(1), "sleep", "300");
        assertThat(states(token, JobState.OUT_OF_TIME)).containsExactly(JobState.OUT_OF_TIME);
        assertThat(Sentinel.read(new LocalTransport(), attempt(token), token))
                .isInstanceOfSatisfying(
                        Sentinel.Complete.class,
                        complete -> assertThat(complete.received()).contains("TERM"));
    }

    @Test
    void a_job_is_found_again_by_another_engine() {
        Token token = submitted("a-1", 1, HOUR, "sleep", "300");
        assertThat(states(token, JobState.RUNNING)).containsExactly(JobState.RUNNING);
        scheduler = engine();
        assertThat(state(token)).isEqualTo(JobState.RUNNING);
        assertThat(scheduler.cancel(id(token))).isEmpty();
        assertThat(states(token, JobState.CANCELLED)).containsExactly(JobState.CANCELLED);
    }

    @Test
    void a_job_killed_with_everything_around_it_failed_with_the_machine() throws IOException {
        Token token = submitted("a-1", 1, HOUR, "sh", "-c", "echo $$ >pid; exec sleep 300");
        observed(token);
        String command = Await.until(() -> text(attempt(token).resolve("pid")), text -> text.endsWith("\n"));
        long leader = new Spool(spool()).jobs().getFirst().process().pid();
        ProcessHandle.of(leader).orElseThrow().destroyForcibly();
        assertThat(states(token, JobState.MACHINE_FAILED)).containsExactly(JobState.MACHINE_FAILED);
        assertThat(Await.until(() -> isAlive(command.strip()), alive -> !alive)).isFalse();
    }

    @Test
    void a_process_id_used_again_is_not_our_job() throws IOException {
        Token token = submitted("a-1", 1, HOUR, "sleep", "300");
        states(token, JobState.RUNNING);
        SpooledJob job = new Spool(spool()).jobs().getFirst();
        ProcessIdentity process = job.process();
        assertThat(process.isAlive()).isTrue();
        assertThat(new ProcessIdentity(process.pid(), "1", process.bootId(), process.recorded()).isAlive())
                .isFalse();
        assertThat(new ProcessIdentity(process.pid(), process.startTicks(), "other-boot", process.recorded()).isAlive())
                .isFalse();
    }

    @Test
    void a_job_launched_twice_runs_once() throws IOException {
        Token token = submitted("a-1", 1, HOUR, "sh", "-c", "echo ran >>../ledger");
        Path script = new Spool(spool()).jobs().getFirst().folder().resolve("run.sh");
        String twice = "for i in 1 2 3 4 5 6; do setsid timeout 100 sh \"$1\" & done; wait";
        CommandRunner.inherited().run(List.of("sh", "-c", twice, "sh", script.toString()), Duration.ofSeconds(30));
        assertThat(states(token, JobState.ENDED)).containsExactly(JobState.ENDED);
        assertThat(folder.resolve("ledger")).hasContent("ran");
    }

    @Test
    void two_engines_never_start_more_than_fits() {
        List<Token> tokens = IntStream.range(0, 12)
                .mapToObj(i ->
                        submitted("job-" + i, 1, HOUR, "sh", "-c", "echo + >>../load; sleep 0.1; echo - >>../load"))
                .toList();
        List<LocalScheduler> engines = List.of(engine(), engine());
        IntStream.range(0, 2).parallel().forEach(i -> drive(engines.get(i), tokens));
        int load = 0;
        for (String line : text(folder.resolve("load")).lines().toList()) {
            load += line.equals("+") ? 1 : -1;
            assertThat(load).isBetween(0, 2);
        }
        assertThat(text(folder.resolve("load")).lines()).hasSize(24);
    }

    @Test
    void an_old_job_is_forgotten() throws IOException {
        Token token = submitted("a-1", 1, HOUR, "true");
        states(token, JobState.ENDED);
        InstantSource later = () -> Instant.now().plus(Duration.ofDays(31));
        LocalScheduler.of(spool(), 2, 1000, CommandRunner.inherited(), later).observe(Map.of());
        assertThat(new Spool(spool()).jobs()).isEmpty();
    }

    private void drive(LocalScheduler engine, List<Token> tokens) {
        Map<Token, Instant> intents = tokens.stream().collect(Collectors.toMap(token -> token, _ -> start));
        Await.until(
                () -> engine.observe(intents), seen -> seen.values().stream().allMatch(LocalSchedulerTest::isOver));
    }

    private LocalScheduler engine() {
        return LocalScheduler.of(spool(), 2, 1000, CommandRunner.inherited(), InstantSource.system());
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private Path attempt(Token token) {
        return folder.resolve(token.value());
    }

    private Token submitted(String name, int cores, Duration walltime, String... command) {
        Token token = new Token(name);
        assertThat(submit(scheduler, token, cores, walltime, command)).isInstanceOf(Submission.Accepted.class);
        return token;
    }

    private Submission submit(LocalScheduler to, Token token, int cores, Duration walltime, String... command) {
        JobScript script =
                new JobScript(token, attempt(token), cores, JobScript.Preparation.NONE, List.of(command), List.of());
        new LocalTransport()
                .stage(attempt(token), Map.of("job.sh", script.render().getBytes(StandardCharsets.UTF_8)));
        return to.submit(new JobRequest(token, attempt(token), "job.sh", new Resources(cores, 100, walltime)));
    }

    private Observation observed(Token token) {
        return scheduler.observe(Map.of(token, start)).values().iterator().next();
    }

    private List<Observation.Job> jobs(Token token) {
        return observed(token) instanceof Observation.Present present ? present.jobs() : List.of();
    }

    private JobId id(Token token) {
        return jobs(token).getFirst().id();
    }

    private JobState state(Token token) {
        return jobs(token).getFirst().state();
    }

    /// The states of the token's jobs, once one of them is as wanted.
    private List<JobState> states(Token token, JobState wanted) {
        return Await.until(
                () -> jobs(token).stream().map(Observation.Job::state).toList(), states -> states.contains(wanted));
    }

    private static boolean isOver(Observation observation) {
        return observation instanceof Observation.Present present
                && present.jobs().stream().allMatch(job -> job.state().isOver());
    }

    /// A zombie is dead; init reaps late.
    private static boolean isAlive(String pid) {
        return Stream.of(text(Path.of("/proc", pid, "stat")))
                .anyMatch(stat -> !stat.isEmpty()
                        && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z"));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
