package cairn.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Random random = new Random(1);

    @Test
    void pauses_double_from_five_seconds_up_to_the_longest() {
        Backoff backoff = Backoff.upTo(LONGEST);
        assertThat(backoff.allows(NOON)).isTrue();
        for (int refusals = 0; refusals < 2000; refusals++) {
            backoff = backoff.refused(NOON, random);
            double fullSeconds = Math.min(120, 5 * Math.pow(2, Math.min(refusals, 20)));
            assertThat(Duration.between(NOON, backoff.until()).toMillis())
                    .isBetween(Math.round(500 * fullSeconds), Math.round(1000 * fullSeconds));
        }
        assertThat(backoff.allows(NOON)).isFalse();
        assertThat(backoff.allows(NOON.plus(LONGEST))).isTrue();
    }

    @Test
    void what_was_taken_ends_the_pauses() {
        assertThat(Backoff.upTo(LONGEST).refused(NOON, random).taken()).isEqualTo(Backoff.upTo(LONGEST));
    }
}
