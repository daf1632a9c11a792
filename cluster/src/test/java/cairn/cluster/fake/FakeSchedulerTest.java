package cairn.cluster.fake;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeSchedulerTest {
    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);
    private static final Token TOKEN = new Token("relax-1");
    private static final JobId FIRST = new JobId("1");

    private final HandClock clock = new HandClock(START);
    private final FakeScheduler scheduler = new FakeScheduler(clock);

    @Test
    void a_job_takes_one_step_a_tick() {
        assertThat(submit()).isEqualTo(new Submission.Accepted(FIRST));
        assertThat(scheduler.state(FIRST)).isEqualTo(JobState.QUEUED);
        scheduler.tick();
        assertThat(scheduler.state(FIRST)).isEqualTo(JobState.RUNNING);
        scheduler.tick();
        assertThat(scheduler.state(FIRST)).isEqualTo(JobState.ENDED);
        assertThat(scheduler.executions()).containsExactly(TOKEN);
    }

    @Test
    void a_lost_reply_leaves_a_job_and_a_lost_request_none() {
        scheduler.next(Fate.LOSE_REQUEST, Fate.LOSE_REPLY);
        assertThat(submit()).isInstanceOf(Submission.Unclear.class);
        assertThat(observed()).isEqualTo(new Observation.Absent());
        assertThat(submit()).isInstanceOf(Submission.Unclear.class);
        assertThat(observed()).isEqualTo(queued(FIRST));
    }

    @Test
    void a_late_job_appears_after_a_clean_negative() {
        scheduler.next(Fate.ACCEPT_LATE);
        submit();
        assertThat(observed()).isEqualTo(new Observation.Absent());
        scheduler.tick();
        assertThat(observed()).isEqualTo(queued(FIRST));
    }

    @Test
    void nobody_answers_while_the_scheduler_is_away() {
        submit();
        scheduler.awayUntil(START.plusSeconds(60));
        assertThat(submit()).isInstanceOf(Submission.Unclear.class);
        assertThat(observed()).isInstanceOf(Observation.Unanswered.class);
        assertThat(scheduler.cancel(FIRST)).isNotEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(observed()).isEqualTo(queued(FIRST));
    }

    @Test
    void older_jobs_of_the_name_are_not_ours() {
        submit();
        assertThat(scheduler.observe(Map.of(TOKEN, START.plusSeconds(61)))).containsValue(new Observation.Absent());
    }

    private Submission submit() {
        return scheduler.submit(
                new JobRequest(TOKEN, Path.of("/attempts/1"), "job.sh", new Resources(1, 100, Duration.ofMinutes(1))));
    }

    private Observation observed() {
        return scheduler.observe(Map.of(TOKEN, START)).values().iterator().next();
    }

    private static Observation queued(JobId id) {
        return new Observation.Present(List.of(new Observation.Job(id, JobState.QUEUED, "QUEUED")));
    }
}
