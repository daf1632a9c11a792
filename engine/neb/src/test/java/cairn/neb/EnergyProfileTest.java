package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EnergyProfileTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private interface Curve {
        double value(double x);

        double slope(double x);
    }

    private record Cubic(double a, double b, double c, double d) implements Curve {
        @Override
        public double value(double x) {
            return a + x * (b + x * (c + x * d));
        }

        @Override
        public double slope(double x) {
            return b + x * (2 * c + x * 3 * d);
        }
    }

    private static EnergyProfile through(Curve curve, double... knots) {
        List<HermiteSegment> segments = new ArrayList<>();
        for (int i = 1; i < knots.length; i++) {
            segments.add(new HermiteSegment(knot(curve, knots[i - 1]), knot(curve, knots[i])));
        }
        return new EnergyProfile(segments);
    }

    private static HermiteSegment.Knot knot(Curve curve, double x) {
        return new HermiteSegment.Knot(x, curve.value(x), curve.slope(x));
    }

    @Test
    void a_cubic_is_reproduced_exactly_over_unequal_segments() {
        Cubic cubic = new Cubic(0.3, -1, 2.5, -0.7);
        for (EnergyProfile.Point point : through(cubic, 0, 0.4, 1.9, 3).sample(31)) {
            assertThat(point.energy()).isCloseTo(cubic.value(point.coordinate()), ROUNDING);
        }
    }

    @Test
    void the_maximum_is_that_of_the_curve_and_not_of_a_sample() {
        // x (3 - x)^2 has its maximum 4 at x = 1 and its minimum 0 at x = 3.
        EnergyProfile profile = through(new Cubic(0, 9, -6, 1), 0, 0.3, 2.2, 3.5);
        assertThat(profile.maximum().coordinate()).isCloseTo(1, ROUNDING);
        assertThat(profile.maximum().energy()).isCloseTo(4, ROUNDING);
    }

    @Test
    void a_root_outside_its_segment_is_no_extremum() {
        // The parabola -(x - 5)^2 on [0, 1] has its top far outside; the highest point is the end.
        EnergyProfile profile = through(new Cubic(-25, 10, -1, 0), 0, 1);
        assertThat(profile.maximum()).isEqualTo(new EnergyProfile.Point(1, -16));
        assertThat(profile.minima()).isEmpty();
    }

    @Test
    void a_straight_profile_has_no_extrema() {
        assertThat(new HermiteSegment(new HermiteSegment.Knot(0, 1, 0.5), new HermiteSegment.Knot(2, 2, 0.5)).extrema())
                .isEmpty();
        assertThat(new HermiteSegment(new HermiteSegment.Knot(0, 1, 0), new HermiteSegment.Knot(2, 1, 0)).extrema())
                .isEmpty();
    }

    @Test
    void an_intermediate_minimum_is_as_deep_as_the_lower_of_its_two_walls() {
        // x (3 - x)^2 from 0 to 3.8: walls 4 at x = 1 and 2.432 at the end, around the minimum 0 at x = 3.
        EnergyProfile profile = through(new Cubic(0, 9, -6, 1), 0, 0.8, 2.6, 3.8);
        assertThat(profile.minima()).singleElement().satisfies(minimum -> {
            assertThat(minimum.point().coordinate()).isCloseTo(3, ROUNDING);
            assertThat(minimum.depth()).isCloseTo(3.8 * 0.8 * 0.8, ROUNDING);
        });
    }
}
