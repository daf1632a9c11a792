package cairn.cluster.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// In a real shell.
class TimeLimitTest {
    private static final TimeLimit HOUR = new TimeLimit.Of(Duration.ofHours(1), Duration.ofMinutes(3));

    private static String told(Map<String, String> environment) throws IOException {
        List<String> script = HOUR.lines();
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                "cairn_start=1000\n" + String.join("\n", script) + "\nprintf '%s %s' $CAIRN_STOP_AT $CAIRN_END_AT");
        shell.environment().keySet().removeAll(List.of("SLURM_JOB_END_TIME", "PBS_WALLTIME"));
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
    void nothing_is_said_where_nothing_is_asked() {
        assertThat(new TimeLimit.None().lines()).isEmpty();
    }
}
