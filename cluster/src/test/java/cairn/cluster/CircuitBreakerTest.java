package cairn.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void a_few_unanswered_polls_leave_it_closed() {
        CircuitBreaker breaker = after(CircuitBreaker.THRESHOLD - 1);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.allows(NOW)).isTrue();
    }

    @Test
    void the_threshold_opens_it_until_the_probe_is_due() {
        CircuitBreaker breaker = after(CircuitBreaker.THRESHOLD);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.allows(NOW)).isFalse();
        assertThat(breaker.allows(breaker.nextProbe())).isTrue();
    }

    @Test
    void pauses_double_from_five_seconds_to_ten_minutes_less_up_to_half() {
        for (int failures = CircuitBreaker.THRESHOLD; failures < 60; failures++) {
            double fullSeconds = Math.min(600, 5 * Math.pow(2, failures - CircuitBreaker.THRESHOLD));
            Duration pause = Duration.between(NOW, after(failures).nextProbe());
            assertThat(pause.toMillis() / 1000.0).isBetween(fullSeconds / 2, fullSeconds);
        }
    }

    @Test
    void one_answer_closes_it() {
        assertThat(after(50).answered()).isEqualTo(CircuitBreaker.closed());
    }

    @Test
    void the_same_seed_gives_the_same_pauses() {
        assertThat(after(20)).isEqualTo(after(20));
    }

    private static CircuitBreaker after(int failures) {
        Random random = new Random(1);
        CircuitBreaker breaker = CircuitBreaker.closed();
        for (int i = 0; i < failures; i++) {
            breaker = breaker.unanswered(NOW, random);
        }
        return breaker;
    }
}
