package cairn.campaign.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final InstantSource AT_1000 = InstantSource.fixed(Instant.ofEpochSecond(1000));

    private static Deadline of(String stop, String end) {
        return Deadline.of(Map.of("CAIRN_STOP_AT", stop, "CAIRN_END_AT", end), AT_1000);
    }

    @Test
    void the_time_left_is_until_the_stop_and_never_negative() {
        assertThat(of("1020", "1060").left()).isEqualTo(Duration.ofSeconds(20));
        assertThat(of("980", "1060").left()).isEqualTo(Duration.ZERO);
        assertThat(of("980", "1060").leftInAll()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_step_may_take_a_fifth_longer_than_the_longest_so_far() {
        assertThat(of("1020", "1060").leavesRoomFor(Duration.ofSeconds(16))).isTrue();
        assertThat(of("1020", "1060").leavesRoomFor(Duration.ofSeconds(17))).isFalse();
    }

    @Test
    void without_a_job_or_in_one_that_says_nonsense_there_is_time_for_everything() {
        assertThat(Deadline.of(Map.of(), AT_1000).leavesRoomFor(Duration.ofDays(1000)))
                .isTrue();
        assertThat(of("NONE", "INVALID").leavesRoomFor(Duration.ofDays(1000))).isTrue();
    }

    /// A job that stops at 1100 and ends at 1160, as far as it knows, and asks a scheduler that answers one after the
    /// other.
    private static final class Asking {
        private final Deque<Optional<Instant>> answers = new ArrayDeque<>();
        private Instant now = Instant.ofEpochSecond(1000);
        private final Deadline deadline = Deadline.movable(
                Instant.ofEpochSecond(1100), Instant.ofEpochSecond(1160), () -> now, answers::removeFirst);

        Asking answered(long... ends) {
            for (long end : ends) {
                answers.add(Optional.of(Instant.ofEpochSecond(end)));
            }
            return this;
        }

        Duration leftAt(long second) {
            now = Instant.ofEpochSecond(second);
            return deadline.left();
        }
    }

    @Test
    void nobody_is_asked_until_shortly_before_the_stop() {
        assertThat(new Asking().leftAt(1069)).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void who_says_that_the_end_is_where_it_was_is_not_asked_again() {
        Asking job = new Asking().answered(1160);

        assertThat(job.leftAt(1070)).isEqualTo(Duration.ofSeconds(30));
        assertThat(job.leftAt(1100)).isEqualTo(Duration.ZERO);
        assertThat(job.answers).isEmpty();
    }

    @Test
    void an_end_that_comes_later_now_moves_the_stop_and_is_asked_for_again_before_that() {
        Asking job = new Asking().answered(1460, 1460);

        assertThat(job.leftAt(1080)).isEqualTo(Duration.ofSeconds(320));
        assertThat(job.leftAt(1300)).isEqualTo(Duration.ofSeconds(100));
        assertThat(job.answers).hasSize(1);
        assertThat(job.leftAt(1400)).isEqualTo(Duration.ZERO);
        assertThat(job.answers).isEmpty();
    }

    @Test
    void an_end_that_was_brought_forward_brings_the_stop_forward() {
        Asking job = new Asking().answered(1140);

        assertThat(job.leftAt(1075)).isEqualTo(Duration.ofSeconds(5));
        assertThat(job.deadline.leftInAll()).isEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void a_scheduler_that_does_not_answer_changes_nothing_and_is_left_alone() {
        Asking job = new Asking();
        job.answers.add(Optional.empty());

        assertThat(job.leftAt(1080)).isEqualTo(Duration.ofSeconds(20));
        assertThat(job.leftAt(1090)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_step_that_would_not_be_done_in_time_is_a_reason_to_ask() {
        Asking job = new Asking().answered(2000);

        assertThat(job.deadline.leavesRoomFor(Duration.ofSeconds(90))).isTrue();
        assertThat(job.answers).isEmpty();
    }

    @Test
    void the_environment_of_a_job_says_how_to_ask() {
        Deadline deadline = Deadline.of(
                Map.of("CAIRN_STOP_AT", "1010", "CAIRN_END_AT", "1060", "CAIRN_ASK_END", "echo; echo 1360"), AT_1000);

        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(310));
    }

    @Test
    void an_answer_that_is_no_time_is_none() {
        for (String line : List.of("echo N/A", "exit 1", "echo 1360; echo 1360", "echo 0")) {
            Map<String, String> job = Map.of("CAIRN_STOP_AT", "1010", "CAIRN_END_AT", "1060", "CAIRN_ASK_END", line);
            assertThat(Deadline.of(job, AT_1000).left()).as(line).isEqualTo(Duration.ofSeconds(10));
        }
    }
}
