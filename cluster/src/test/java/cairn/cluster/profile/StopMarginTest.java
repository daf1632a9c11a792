package cairn.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopMarginTest {
    @Test
    void usual_is_a_minute_or_a_twentieth_but_at_most_a_third() {
        StopMargin usual = new StopMargin.Usual();
        assertThat(usual.in(Duration.ofHours(20))).isEqualTo(Duration.ofHours(1));
        assertThat(usual.in(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(1));
        assertThat(usual.in(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void what_a_profile_says_leaves_a_tenth_of_the_walltime() {
        StopMargin said = new StopMargin.Of(Duration.ofSeconds(40));
        assertThat(said.in(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(40));
        assertThat(said.in(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(9));
    }
}
