package cairn.cluster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void a_command_answers_with_its_exit_code_and_both_streams() {
        assertThat(shell("echo out; echo err >&2; exit 7")).isEqualTo(new Outcome.Finished(7, "out\n", "err\n"));
    }

    @Test
    void a_signal_counts_from_128() {
        assertThat(shell("kill -9 $$")).isEqualTo(new Outcome.Finished(137, "", ""));
    }

    @Test
    void arguments_arrive_as_they_are() {
        List<String> hostile = List.of("a b", "\"q\"", "'", "$(id)", "", "*", "\\", "\n", " x ", "é");
        Outcome outcome = CommandRunner.inherited()
                .run(Stream.concat(Stream.of("printf", "%s|"), hostile.stream()).toList(), AMPLE);
        assertThat(outcome).isEqualTo(new Outcome.Finished(0, String.join("|", hostile) + "|", ""));
    }

    @Test
    void a_missing_program_is_not_started() {
        assertThat(CommandRunner.inherited().run(List.of("/no/such/program"), AMPLE))
                .isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void an_endless_command_dies_with_its_grandchildren() throws IOException {
        Path pids = folder.resolve("pids");
        String script = "trap '' TERM; (trap '' TERM; sleep 300; :) & echo $! $$ >" + Shell.quote(pids.toString())
                + "; sleep 300; :";
        Duration limit = Duration.ofMillis(500);
        assertThat(CommandRunner.inherited().run(List.of("sh", "-c", script), limit))
                .isEqualTo(new Outcome.TimedOut(limit));
        assertThat(Files.readString(pids).strip().split(" ")).hasSize(2).allSatisfy(CommandRunnerTest::is_dead);
    }

    @Test
    void a_grandchild_that_goes_on_does_not_hold_the_answer() {
        Outcome outcome = shell("sleep 5 & echo $!");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Finished.class, finished -> {
            ProcessHandle sleeper =
                    ProcessHandle.of(Long.parseLong(finished.stdout().strip())).orElseThrow();
            assertThat(sleeper.isAlive()).isTrue();
            sleeper.destroyForcibly();
        });
    }

    @Test
    void output_beyond_the_limit_is_not_read() {
        assertThat(shell("head -c 70000000 /dev/zero")).isEqualTo(new Outcome.Flooded(0, 70_000_000));
    }

    @Test
    void the_environment_is_exactly_the_one_given() {
        CommandRunner runner = CommandRunner.with(Map.of("PATH", System.getenv("PATH"), "A", "1"));
        assertThat(runner.and("B", "x y").run(List.of("sh", "-c", "echo $A$B${HOME-none}"), AMPLE))
                .isEqualTo(new Outcome.Finished(0, "1x ynone\n", ""));
    }

    private static Outcome shell(String script) {
        return CommandRunner.inherited().run(List.of("sh", "-c", script), AMPLE);
    }

    private static void is_dead(String pid) {
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(handle ->
                        handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
