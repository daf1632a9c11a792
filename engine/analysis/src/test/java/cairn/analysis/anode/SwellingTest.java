package cairn.analysis.anode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwellingTest {
    /// Volumes per silicon atom from measured lattices, and the change as a percentage of that of silicon.
    @ParameterizedTest
    @CsvSource({"31.40, 56.8", "43.49, 117.2", "51.48, 157.1", "67.12, 235.2", "75.12, 275.2", "82.08, 309.9"})
    void the_change_is_counted_from_the_bare_host(double withIons, double percent) {
        assertThat(new Swelling(20.022, withIons).changePercent()).isCloseTo(percent, within(0.1));
    }

    /// The "420 %" that reviews print for Li22Si5 is the ratio; the change is +311 %.
    @Test
    void a_ratio_of_four_is_a_change_of_three_hundred_percent() {
        Swelling swelling = new Swelling(20, 82.4);

        assertThat(swelling.ratio()).isEqualTo(4.12);
        assertThat(swelling.changePercent()).isCloseTo(312, within(1e-9));
    }
}
