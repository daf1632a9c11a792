package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticks_stand_at_round_values_inside_the_range() {
        var axis = new Axis(-0.04, 0.62, 344, 24);

        assertThat(axis.ticks(6).stream().map(value -> axis.label(value, 6)))
                .containsExactly("0.0", "0.2", "0.4", "0.6");
    }

    @Test
    void labels_have_the_digits_that_tell_them_apart() {
        var axis = new Axis(0, 0.011, 0, 100);

        assertThat(axis.ticks(6).stream().map(value -> axis.label(value, 6)))
                .containsExactly("0.000", "0.002", "0.004", "0.006", "0.008", "0.010");
    }

    @Test
    void a_value_is_placed_in_proportion_also_when_places_run_backwards() {
        assertThat(new Axis(0, 10, 300, 100).place(2.5)).isEqualTo(250);
    }

    @Test
    void an_empty_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, 100));
    }
}
