package cairn.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scheduler against commands that answer with captured text.
class SlurmSchedulerTest {
    /// When the jobs of the captured answers were submitted.
    private static final Instant SUBMITTED = Instant.ofEpochSecond(1_795_423_790);

    @TempDir
    Path folder;

    @BeforeEach
    void slurm_knows_nothing() throws IOException {
        answer("squeue", "");
        answer("sacct", "");
    }

    @ParameterizedTest
    @CsvSource({
        "ok-1, ENDED",
        "bad-1, ENDED",
        "run-1, RUNNING",
        "cancel-1, CANCELLED",
        "wait-1, QUEUED",
        "stuck-1, STUCK",
        "killed-1, QUEUED",
        "out-1, OUT_OF_TIME"
    })
    void what_squeue_said_is_understood(String name, JobState state) throws IOException {
        answer("squeue", captured("squeue.txt"));
        assertThat(states(name)).containsExactly(state);
    }

    @ParameterizedTest
    @CsvSource({"ok-1, ENDED", "bad-1, ENDED", "cancel-1, CANCELLED", "out-1, OUT_OF_TIME"})
    void what_sacct_said_of_jobs_that_squeue_does_not_know_is_understood(String name, JobState state)
            throws IOException {
        answer("sacct", captured("sacct.txt"));
        assertThat(states(name)).containsExactly(state);
    }

    @Test
    void a_request_that_was_refused_is_no_job_in_either_source() throws IOException {
        answer("squeue", captured("squeue.txt"));
        answer("sacct", captured("sacct.txt"));
        assertThat(observed("refused-1")).isEqualTo(new Observation.Absent());
    }

    @Test
    void a_job_that_only_accounting_believes_alive_is_a_phantom_once_it_is_old() throws IOException {
        answer("sacct", captured("sacct.txt"));
        assertThat(observed("run-1", SUBMITTED.plusSeconds(30))).isInstanceOf(Observation.Unanswered.class);
        assertThat(observed("run-1", SUBMITTED.plusSeconds(600))).isEqualTo(new Observation.Absent());
    }

    @Test
    void a_job_older_than_its_intent_or_of_another_name_is_not_ours() throws IOException {
        answer("squeue", "7|RUNNING|1795423729|None|relax-1\n8|RUNNING|1795423790|None|RELAX-1\n");
        assertThat(observed("relax-1")).isEqualTo(new Observation.Absent());
    }

    @Test
    void two_jobs_of_a_token_come_oldest_first() throws IOException {
        answer("squeue", "10|PENDING|1795423790|Dependency|relax-1\n9|RUNNING|1795423790|None|relax-1\n");
        assertThat(observed("relax-1"))
                .isEqualTo(new Observation.Present(List.of(
                        new Observation.Job(new JobId("9"), JobState.RUNNING, "RUNNING, None"),
                        new Observation.Job(new JobId("10"), JobState.QUEUED, "PENDING, Dependency"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slurm_load_jobs error: Unable to contact slurm controller",
                "7|RUNNING|N/A|None|relax-1",
                "7|RUNNING|1795423790|None|relax-1\n8|RUN"
            })
    void half_an_answer_is_none(String text) throws IOException {
        answer("squeue", text);
        assertThat(observed("relax-1")).isInstanceOf(Observation.Unanswered.class);
    }

    @Test
    void an_answer_cut_at_any_byte_is_never_an_absence_of_a_later_line() throws IOException {
        String whole = "7|RUNNING|1795423790|None|relax-1";
        for (int length = 1; length < whole.lastIndexOf('|') + 1; length++) {
            assertThat(JobRow.parse(whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isEmpty();
        }
    }

    @Test
    void a_failing_source_leaves_open_only_what_depends_on_it() throws IOException {
        answer("squeue", captured("squeue.txt"));
        command("sacct", "echo 'sacct: error: Problem talking to the database: Connection refused' >&2; exit 1");
        assertThat(states("run-1")).containsExactly(JobState.RUNNING);
        assertThat(observed("other-1")).isInstanceOf(Observation.Unanswered.class);
        command("squeue", "echo 'slurm_load_jobs error: Unable to contact slurm controller' >&2; exit 1");
        assertThat(observed("run-1")).isInstanceOf(Observation.Unanswered.class);
    }

    @Test
    void without_accounting_squeue_alone_decides() throws IOException {
        command("sacct", "echo 'Slurm accounting storage is disabled' >&2; exit 1");
        assertThat(observed("relax-1")).isEqualTo(new Observation.Absent());
    }

    @Test
    void only_the_users_own_jobs_are_asked_for() throws IOException {
        command("squeue", "echo \"$@\" >" + folder + "/squeue.asked");
        command("sacct", "echo \"$@\" >" + folder + "/sacct.asked");
        observed("relax-1");
        for (String source : List.of("squeue", "sacct")) {
            assertThat(folder.resolve(source + ".asked"))
                    .content()
                    .contains("--user=" + System.getProperty("user.name"));
        }
    }

    @Test
    void ten_thousand_jobs_take_three_questions_of_a_kind() throws IOException {
        command("squeue", "echo \"${#5}\" >>" + folder + "/asked");
        Map<Token, Instant> intents = IntStream.range(0, 10_000)
                .boxed()
                .collect(Collectors.toMap(i -> new Token("campaign.step-%09d.1".formatted(i)), _ -> SUBMITTED));
        assertThat(scheduler(SUBMITTED).observe(intents))
                .hasSize(10_000)
                .allSatisfy((_, seen) -> assertThat(seen).isEqualTo(new Observation.Absent()));
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .hasSize(3)
                .allSatisfy(length -> assertThat(Integer.parseInt(length)).isLessThan(128 * 1024));
    }

    @Test
    void every_documented_state_is_known() throws IOException {
        assertThat(SlurmStates.all()).containsAll(captured("states.txt").lines().toList());
    }

    @Test
    void an_unknown_state_is_alive_and_says_so() throws IOException {
        answer("squeue", "7|TELEPORTING|1795423790|None|relax-1\n");
        assertThat(observed("relax-1"))
                .isEqualTo(new Observation.Present(List.of(new Observation.Job(
                        new JobId("7"), JobState.RUNNING, "TELEPORTING (not a state we know; taken as alive), None"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234\n", "1234;cluster\n", "Welcome!\n1234\n"})
    void the_id_is_found_whatever_else_is_printed(String stdout) {
        assertThat(Sbatch.answer(new Outcome.Finished(0, stdout, "sbatch: warning: site policy\n")))
                .isEqualTo(new Submission.Accepted(new JobId("1234")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid partition name specified",
                "Requested node configuration is not available",
                "Invalid account or account/partition combination specified",
                "I/O error writing script/environment to file"
            })
    void words_that_mean_no_job_are_a_rejection(String words) {
        assertThat(failed(1, words)).isInstanceOf(Submission.Rejected.class);
    }

    private static final String POLICY =
            "Job violates accounting/QOS policy (job submit limit, user's size and/or time limits)";

    @ParameterizedTest
    @ValueSource(strings = {"QOSMaxSubmitJobPerUserLimit", "AssocMaxSubmitJobLimit", "AssocGrpSubmitJobsLimit", ""})
    void a_limit_on_submitted_jobs_passes(String limit) {
        assertThat(failedAfter("sbatch: error: " + limit + "\n", POLICY)).isInstanceOf(Submission.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QOSMaxCpuPerJobLimit", "AssocMaxWallDurationPerJobLimit"})
    void a_limit_on_the_size_of_a_job_does_not_pass(String limit) {
        assertThat(failedAfter("sbatch: error: " + limit + "\n", POLICY)).isInstanceOf(Submission.Rejected.class);
    }

    @Test
    void a_full_job_table_passes_unless_the_last_try_had_no_answer() {
        String waiting = "sbatch: error: Slurm temporarily unable to accept job, sleeping and retrying\n";
        assertThat(failedAfter(waiting, "Resource temporarily unavailable")).isInstanceOf(Submission.Busy.class);
        assertThat(failedAfter(waiting, "Socket timed out on send/recv operation"))
                .isInstanceOf(Submission.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Socket timed out on send/recv operation",
                "Unable to contact slurm controller (receive failure)",
                "Unable to contact slurm controller (connect failure)",
                "Protocol authentication error",
                "words of a later version"
            })
    void any_other_failure_is_unclear(String words) {
        assertThat(failed(1, words)).isInstanceOf(Submission.Unclear.class);
    }

    @Test
    void no_answer_is_unclear() {
        assertThat(Sbatch.answer(new Outcome.Finished(0, "", ""))).isInstanceOf(Submission.Unclear.class);
        assertThat(Sbatch.answer(new Outcome.Finished(0, "1\n2\n", ""))).isInstanceOf(Submission.Unclear.class);
        assertThat(Sbatch.answer(new Outcome.Finished(137, "", ""))).isInstanceOf(Submission.Unclear.class);
        assertThat(Sbatch.answer(new Outcome.TimedOut(Duration.ofSeconds(1)))).isInstanceOf(Submission.Unclear.class);
    }

    @Test
    void an_unknown_option_never_reached_the_controller() {
        assertThat(failed(255, "unrecognized option '--bogus'")).isInstanceOf(Submission.Rejected.class);
    }

    @Test
    void the_engines_own_allocation_does_not_leak_into_a_submit() throws IOException {
        command("sbatch", "echo \"$SBATCH_PARTITION$SLURM_JOB_ID\" >" + folder + "/leaked; echo 5");
        CommandRunner inside = runner().and("SBATCH_PARTITION", "debug").and("SLURM_JOB_ID", "99");
        JobRequest request =
                new JobRequest(new Token("relax-1"), folder, "job.sh", new Resources(1, 1, Duration.ofMinutes(1)));
        assertThat(SlurmScheduler.of(inside, () -> SUBMITTED).submit(request))
                .isEqualTo(new Submission.Accepted(new JobId("5")));
        assertThat(folder.resolve("leaked")).content().isBlank();
    }

    private static Submission failedAfter(String lines, String words) {
        return Sbatch.answer(
                new Outcome.Finished(1, "", lines + "sbatch: error: Batch job submission failed: " + words + "\n"));
    }

    private static Submission failed(int exit, String words) {
        return Sbatch.answer(
                new Outcome.Finished(exit, "", "sbatch: error: Batch job submission failed: " + words + "\n"));
    }

    private List<JobState> states(String name) {
        assertThat(observed(name)).isInstanceOf(Observation.Present.class);
        return ((Observation.Present) observed(name))
                .jobs().stream().map(Observation.Job::state).toList();
    }

    private Observation observed(String name) {
        return observed(name, SUBMITTED.plusSeconds(1));
    }

    private Observation observed(String name, Instant now) {
        Token token = new Token(name);
        return scheduler(now)
                .observe(Map.of(token, SUBMITTED))
                .values()
                .iterator()
                .next();
    }

    private SlurmScheduler scheduler(Instant now) {
        return SlurmScheduler.of(runner(), () -> now);
    }

    private CommandRunner runner() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", folder + ":" + environment.getOrDefault("PATH", "/usr/bin:/bin"));
        return CommandRunner.with(environment);
    }

    private void answer(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), text);
        command(name, "cat " + folder + "/" + name + ".txt");
    }

    private void command(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /// The captured text without its header.
    private static String captured(String name) throws IOException {
        try (var in = Objects.requireNonNull(SlurmSchedulerTest.class.getResourceAsStream("/slurm/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
