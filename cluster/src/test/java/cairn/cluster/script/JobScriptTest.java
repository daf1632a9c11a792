package cairn.cluster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.cluster.JobId;
import cairn.cluster.Token;
import cairn.cluster.local.LocalTransport;
import cairn.cluster.real.Needs;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobScriptTest {
    private static final Token TOKEN = new Token("li-hop.relax-1");
    private static final Duration AMPLE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void renders_to_the_golden_script() throws IOException {
        try (InputStream golden = JobScriptTest.class.getResourceAsStream("/script/golden.sh")) {
            assertThat(golden).isNotNull();
            assertThat(full().render()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void shellcheck_has_nothing_to_say(String dialect) throws IOException {
        Needs.programs("shellcheck");
        Path script = Files.writeString(folder.resolve("job.sh"), full().render());
        // SC2317 takes for unreachable what only a trap calls.
        assertThat(run("shellcheck", "-s", dialect, "-e", "SC2317", script.toString()))
                .isEqualTo(new Outcome.Finished(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_job_leaves_its_output_and_a_sentinel_that_vouches_for_it(String shell) {
        JobScript script =
                script("sh", "-c", "echo $CAIRN_TOKEN $CAIRN_CORES $CAIRN_JOB_ID; echo two >&2; echo x >a.txt");
        assertThat(run(shell, script)).isEqualTo(new Outcome.Finished(0, "", ""));
        Sentinel.Complete complete = complete(script);
        assertThat(complete.job()).isEqualTo(new JobId("77"));
        assertThat(complete.stage()).isEqualTo(Sentinel.Stage.COMMAND);
        assertThat(complete.end()).isEqualTo(new Sentinel.End.Exit(0));
        assertThat(complete.received()).isEmpty();
        assertThat(complete.ended()).isAfterOrEqualTo(complete.started());
        assertThat(complete.outputs())
                .extracting(Sentinel.Output::name)
                .containsExactly("stdout.txt", "stderr.txt", "a.txt");
        assertThat(script.directory().resolve("stdout.txt")).hasContent(TOKEN + " 4 77");
        assertThat(script.directory().resolve("stderr.txt")).hasContent("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void the_exit_code_of_the_command_is_the_jobs(String shell) {
        JobScript script = script("sh", "-c", "exit 3");
        assertThat(run(shell, script)).isEqualTo(new Outcome.Finished(3, "", ""));
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_signal_that_ends_the_command_is_told(String shell) {
        JobScript script = script("sh", "-c", "kill -9 $$");
        run(shell, script);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Signal(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_signal_to_the_job_reaches_the_command_and_the_sentinel_is_still_written(String shell) {
        JobScript script =
                script("sh", "-c", "trap 'echo bye; exit 9' TERM; kill -TERM $PPID; while :; do sleep 0.01; done");
        run(shell, script);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(9));
        assertThat(complete(script).received()).containsExactly("TERM");
        assertThat(script.directory().resolve("stdout.txt")).hasContent("bye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_command_that_survives_its_signals_is_waited_for(String shell) {
        JobScript script = script(
                "sh", "-c", "trap : TERM USR1; for s in TERM USR1 TERM; do kill -s $s $PPID; sleep 0.1; done; exit 5");
        run(shell, script);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(5));
        assertThat(complete(script).received()).containsExactly("TERM", "USR1", "TERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void only_the_first_of_two_jobs_runs_and_the_loser_touches_nothing(String shell) {
        JobScript script = script("sh", "-c", "echo ran >>../ledger");
        run(shell, script);
        Sentinel first = complete(script);
        CommandRunner second = CommandRunner.inherited().and("CAIRN_JOB_ID", "78");
        assertThat(second.run(command(shell, script), AMPLE)).isEqualTo(new Outcome.Finished(0, "", ""));
        assertThat(complete(script)).isEqualTo(first);
        assertThat(folder.resolve("ledger")).hasContent("ran");
        assertThat(script.directory().resolve("lost.78.0")).exists();
        assertThat(Claim.read(new LocalTransport(), script.directory()))
                .hasValueSatisfying(claim -> assertThat(claim.job()).isEqualTo(new JobId("77")));
    }

    @Test
    void of_many_jobs_at_once_one_runs() throws IOException {
        JobScript script = script("sh", "-c", "echo ran >>../ledger");
        List<String> words = command("dash", script);
        String all =
                "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do CAIRN_JOB_ID=$i \"$@\" & done; wait";
        run(Stream.concat(Stream.of("sh", "-c", all, "sh"), words.stream()).toArray(String[]::new));
        assertThat(folder.resolve("ledger")).hasContent("ran");
        try (Stream<Path> files = Files.list(script.directory())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("lost.")))
                    .hasSize(19);
        }
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_prelude_that_fails_is_told_apart_from_the_command(String shell) {
        JobScript.Preparation broken = preparation(List.of("exit 78"), List.of());
        JobScript script = script(broken, "true");
        run(shell, script);
        assertThat(complete(script).stage()).isEqualTo(Sentinel.Stage.PRELUDE);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(78));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void a_module_that_is_missing_ends_the_job(String shell) {
        JobScript.Preparation broken = preparation(List.of("module() { return 6; }"), List.of("no such; touch canary"));
        JobScript script = script(broken, "true");
        run(shell, script);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(6));
        assertThat(script.directory().resolve("canary")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void hostile_names_stay_data(String shell) {
        Path directory = folder.resolve("it's $(touch canary) \"a\"\n`b`");
        JobScript script = new JobScript(
                TOKEN,
                directory,
                1,
                JobScript.Preparation.NONE,
                List.of("printf", "%s", "$(touch canary)'\n"),
                List.of());
        new LocalTransport().stage(directory, Map.of("job.sh", bytes(script.render())));
        run(shell, script);
        assertThat(complete(script).end()).isEqualTo(new Sentinel.End.Exit(0));
        assertThat(directory.resolve("stdout.txt")).hasContent("$(touch canary)'\n");
        assertThat(directory.resolve("canary")).doesNotExist();
    }

    @Test
    void without_its_directory_a_job_does_nothing() {
        Path gone = folder.resolve("gone");
        JobScript script =
                new JobScript(TOKEN, gone, 1, JobScript.Preparation.NONE, List.of("touch", folder + "/ran"), List.of());
        assertThat(run("sh", "-c", script.render()))
                .isInstanceOfSatisfying(
                        Outcome.Finished.class, end -> assertThat(end.exit()).isEqualTo(74));
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void an_output_outside_the_directory_is_refused() {
        for (String name : List.of("../a", "/a", "a/../b", "a b", "", "-n", "a\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new JobScript(
                            TOKEN, folder, 1, JobScript.Preparation.NONE, List.of("true"), List.of(name)));
        }
    }

    @Test
    void a_header_line_that_is_no_comment_is_refused() {
        for (String line : List.of("rm -rf x", "#SBATCH -J x\nrm -rf x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new JobScript.Preparation(
                            "/bin/sh", List.of(line), new TreeMap<>(), List.of(), List.of(), List.of()));
        }
    }

    private JobScript full() {
        JobScript.Preparation preparation = new JobScript.Preparation(
                "/bin/bash",
                List.of("#SBATCH --nodes=1", "#SBATCH --ntasks=4"),
                new TreeMap<>(Map.of("OMP_NUM_THREADS", "1", "NOTE", "it's")),
                List.of("export MKL_NUM_THREADS=1"),
                List.of("lammps/2022"),
                List.of("srun", "--ntasks={cores}"));
        return new JobScript(
                TOKEN,
                Path.of("/scratch/o'hara/attempt 1"),
                4,
                new TimeLimit.Of(Duration.ofHours(1), Duration.ofMinutes(3)),
                preparation,
                List.of("lmp", "-in", "in.lammps"),
                List.of("log.lammps", "dump/final.txt"));
    }

    private static JobScript.Preparation preparation(List<String> prelude, List<String> modules) {
        return new JobScript.Preparation("/bin/sh", List.of(), new TreeMap<>(), prelude, modules, List.of());
    }

    private JobScript script(String... command) {
        return script(JobScript.Preparation.NONE, command);
    }

    private JobScript script(JobScript.Preparation preparation, String... command) {
        Path directory = folder.resolve("attempt");
        JobScript script =
                new JobScript(TOKEN, directory, 4, preparation, List.of(command), List.of("a.txt", "absent.txt"));
        new LocalTransport().stage(directory, Map.of("job.sh", bytes(script.render())));
        return script;
    }

    private static List<String> command(String shell, JobScript script) {
        return List.of(shell, script.directory().resolve("job.sh").toString());
    }

    private static Outcome run(String shell, JobScript script) {
        return CommandRunner.inherited().and("CAIRN_JOB_ID", "77").run(command(shell, script), AMPLE);
    }

    private static Outcome run(String... command) {
        return CommandRunner.inherited().run(List.of(command), AMPLE);
    }

    private static Sentinel.Complete complete(JobScript script) {
        Sentinel sentinel = Sentinel.read(new LocalTransport(), script.directory(), TOKEN);
        return Optional.of(sentinel)
                .filter(Sentinel.Complete.class::isInstance)
                .map(Sentinel.Complete.class::cast)
                .orElseThrow(() -> new AssertionError("no complete sentinel: " + sentinel));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
