package cairn.codes.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Patience NEW = Patience.of(Duration.ofHours(12), Duration.ofMinutes(10));

    @Test
    void before_any_answer_the_wait_is_as_long_as_it_may_be() {
        assertThat(NEW.limit()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void twenty_times_the_longest_answer_is_waited_for() {
        Patience patience = NEW.after(Duration.ofMinutes(3)).after(Duration.ofMinutes(1));

        assertThat(patience.limit()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void neither_less_than_the_floor_nor_more_than_for_the_first() {
        assertThat(NEW.after(Duration.ofMillis(5)).limit()).isEqualTo(Duration.ofMinutes(10));
        assertThat(NEW.after(Duration.ofHours(2)).limit()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void of_something_else_nothing_is_known() {
        assertThat(NEW.after(Duration.ofMinutes(3)).anew()).isEqualTo(NEW);
    }
}
