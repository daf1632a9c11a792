package cairn.campaign.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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
}
