package cairn.campaign.site;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.calculation.Ending;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.local.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobEvidenceTest {
    private static final JobId JOB = new JobId("17");

    /// As Slurm 22.05.8 with JobAcctGatherParams=OverMemoryKill wrote it.
    private static final String OVER_MEMORY = """
            slurmstepd-node1: error: StepId=17.batch exceeded memory limit (329932800 > 104857600), being killed
            slurmstepd-node1: error: *** JOB 17 ON node1 CANCELLED AT 2026-11-27T17:03:21 ***
            slurmstepd-node1: error: Exceeded job memory limit
            """;

    private static final String CANCELLED = """
            module: loading pw/7.2
            slurmstepd-node1: error: *** JOB 17 ON node1 CANCELLED AT 2026-11-27T17:03:21 ***
            """;

    @TempDir
    private Path folder;

    private Ending explained(String errors, JobState state, String raw) throws IOException {
        Files.writeString(folder.resolve("job.17.err"), errors);
        return new JobEvidence(new LocalTransport()).explained(folder, new Ending.Reported(JOB, state, raw));
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"ENDED", "CANCELLED"})
    void a_job_that_its_daemon_killed_for_memory_is_out_of_memory_whatever_its_state(JobState state)
            throws IOException {
        assertThat(explained(OVER_MEMORY, state, "FAILED"))
                .isEqualTo(new Ending.Reported(
                        JOB,
                        JobState.OUT_OF_MEMORY,
                        "FAILED; slurmstepd-node1: error: StepId=17.batch exceeded memory limit"
                                + " (329932800 > 104857600), being killed"));
    }

    @Test
    void a_state_that_says_more_is_left_as_it_is() throws IOException {
        assertThat(explained(OVER_MEMORY, JobState.MACHINE_FAILED, "NODE_FAIL"))
                .isEqualTo(new Ending.Reported(JOB, JobState.MACHINE_FAILED, "NODE_FAIL"));
    }

    @Test
    void a_job_that_somebody_cancelled_is_cancelled() throws IOException {
        assertThat(explained(CANCELLED, JobState.CANCELLED, "CANCELLED by 0"))
                .isEqualTo(new Ending.Reported(JOB, JobState.CANCELLED, "CANCELLED by 0"));
    }

    @Test
    void a_job_that_left_no_words_ended_as_reported() {
        Ending ended = new Ending.Reported(JOB, JobState.ENDED, "FAILED");
        JobEvidence evidence = new JobEvidence(new LocalTransport());

        assertThat(evidence.explained(folder, ended)).isEqualTo(ended);
        assertThat(evidence.explained(folder, new Ending.Gone())).isEqualTo(new Ending.Gone());
    }
}
