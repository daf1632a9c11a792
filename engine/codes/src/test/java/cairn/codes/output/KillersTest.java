package cairn.codes.output;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Killers.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words of slurmstepd and srun 22.05.8 and of older ones, as they reached a job's error stream.
class KillersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "slurmstepd-node1: error: StepId=1.batch exceeded memory limit (329932800 > 104857600), being killed",
                "slurmstepd-node1: error: Exceeded job memory limit",
                "slurmstepd: error: Exceeded step memory limit at some point.",
                "slurmstepd-node1: error: Detected 1 oom-kill event(s) in StepId=21.batch. Some of your processes may"
                        + " have been killed by the cgroup out-of-memory handler.",
                "slurmstepd: error: Detected 1 oom_kill event in StepId=21.0. Some of the step tasks have been OOM"
                        + " Killed.",
                "srun: error: node1: task 0: Out Of Memory"
            })
    void a_kill_for_memory_is_known_by_its_words(String words) {
        assertThat(Killers.limit("loading modules\n" + words + "\nmore")).hasValueSatisfying(passed -> {
            assertThat(passed.limit()).isEqualTo(Limit.MEMORY);
            assertThat(passed.words()).isEqualTo(words);
            assertThat(passed.error().signature()).isEqualTo("system/out-of-memory");
            assertThat(passed.error().advice()).contains("`resources`");
        });
    }

    @Test
    void a_kill_for_time_is_another() {
        assertThat(
                        Killers.limit(
                                "slurmstepd-node1: error: *** JOB 9 ON node1 CANCELLED AT 2026-11-27T17:03 DUE TO TIME LIMIT ***"))
                .hasValueSatisfying(passed -> assertThat(passed.limit()).isEqualTo(Limit.TIME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slurmstepd-node1: error: *** JOB 1 ON node1 CANCELLED AT 2026-11-27T17:03:21 ***",
                "     exceeded memory limit is what this program writes about"
            })
    void other_words_name_no_limit(String words) {
        assertThat(Killers.limit(words)).isEmpty();
    }
}
