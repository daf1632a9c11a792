package cairn.cluster.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a real shell.
class TimeLimitTest {
    @TempDir
    private Path folder;

    private static final TimeLimit HOUR = new TimeLimit.Of(Duration.ofHours(1), Duration.ofMinutes(3));

    private static String told(Map<String, String> environment) throws IOException {
        List<String> script = HOUR.lines();
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                "cairn_start=1000\n" + String.join("\n", script) + "\nprintf '%s %s' $CAIRN_STOP_AT $CAIRN_END_AT");
        shell.environment().keySet().removeAll(List.of("SLURM_JOB_ID", "SLURM_JOB_END_TIME", "PBS_WALLTIME"));
        shell.environment().putAll(environment);
        return new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_job_ends_when_its_scheduler_says_or_after_the_walltime_that_it_asked_for() throws IOException {
        assertThat(told(Map.of())).isEqualTo("4420 4600");
        assertThat(told(Map.of("PBS_WALLTIME", "7200"))).isEqualTo("8020 8200");
        assertThat(told(Map.of("SLURM_JOB_END_TIME", "5000"))).isEqualTo("4820 5000");
    }

    @Test
    void a_job_that_gets_less_time_than_it_asked_for_has_a_shorter_margin() throws IOException {
        assertThat(told(Map.of("SLURM_JOB_END_TIME", "1600"))).isEqualTo("1570 1600");
    }

    @Test
    void an_end_that_is_none_or_has_passed_is_not_believed() throws IOException {
        assertThat(told(Map.of("SLURM_JOB_END_TIME", "N/A"))).isEqualTo("4420 4600");
        assertThat(told(Map.of("SLURM_JOB_END_TIME", "900"))).isEqualTo("4420 4600");
    }

    @Test
    void a_job_of_slurm_asks_the_controller() throws IOException {
        assertThat(asking("[ \"$SLURM_TIME_FORMAT $3\" = '%s --jobs=17' ] || exit 1; echo 5000"))
                .isEqualTo("4820 5000");
    }

    @Test
    void a_controller_that_does_not_answer_is_gone_without() throws IOException {
        assertThat(asking("echo slurm_load_jobs error: Socket timed out >&2; exit 1"))
                .isEqualTo("4420 4600");
        assertThat(asking("echo 5000; echo 6000")).isEqualTo("4420 4600");
    }

    /// With a `timeout` that is in a hurry.
    @Test
    void a_controller_that_hangs_is_not_waited_for() throws IOException {
        program("timeout", "shift; exec /usr/bin/timeout 0.1 \"$@\"");

        assertThat(asking("exec sleep 600")).isEqualTo("4420 4600");
    }

    /// With a command `squeue` that does so.
    private String asking(String script) throws IOException {
        program("squeue", script);
        return told(Map.of("SLURM_JOB_ID", "17", "PATH", folder + ":" + System.getenv("PATH")));
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void nothing_is_said_where_nothing_is_asked() {
        assertThat(new TimeLimit.None().lines()).isEmpty();
    }
}
