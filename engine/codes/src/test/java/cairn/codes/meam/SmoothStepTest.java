package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothStepTest {
    @Test
    void it_goes_from_zero_to_one() {
        assertThat(SmoothStep.value(-0.1)).isZero();
        assertThat(SmoothStep.value(0)).isZero();
        assertThat(SmoothStep.value(0.5)).isEqualTo(225.0 / 256);
        assertThat(SmoothStep.value(1)).isEqualTo(1);
        assertThat(SmoothStep.value(1.1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.01, 0.2, 0.7, 0.99, 1.5})
    void its_slope_is_the_derivative(double x) {
        double difference = (SmoothStep.value(x + 1e-6) - SmoothStep.value(x - 1e-6)) / 2e-6;
        assertThat(SmoothStep.slope(x)).isCloseTo(difference, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.7, 0.99})
    void its_logarithmic_slope_is_slope_over_value(double x) {
        assertThat(SmoothStep.logarithmicSlope(x) * SmoothStep.value(x)).isCloseTo(SmoothStep.slope(x), within(1e-14));
    }
}
