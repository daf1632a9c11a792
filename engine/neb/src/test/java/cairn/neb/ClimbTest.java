package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClimbTest {
    private static final double LARGE = 10;
    private static final double SMALL = 0.4;
    private static final double FMAX = 0.05;

    private static EvaluatedBand band(double... energies) {
        Band band =
                Band.between(MullerBrown.at(0, 0), MullerBrown.at(1, 0), energies.length - 2, NebSettings.Start.LINEAR);
        return new EvaluatedBand(
                band,
                Arrays.stream(energies)
                        .mapToObj(energy -> new Evaluation(energy, Forces.of(0, 0, 0), new Stress.NotGiven()))
                        .toList());
    }

    private static Climb waiting() {
        return Climb.start(NebSettings.Climbing.WHEN_SETTLED);
    }

    @Test
    void climbing_begins_once_forces_are_small_and_the_same_image_has_stayed_the_highest() {
        EvaluatedBand band = band(0, 1, 3, 2, 0);
        Climb once = waiting().after(band, SMALL, FMAX);
        assertThat(once.image(band)).isEmpty();
        assertThat(once.after(band, SMALL, FMAX).image(band)).hasValue(2);
    }

    @Test
    void large_forces_or_another_highest_image_keep_it_waiting() {
        EvaluatedBand band = band(0, 1, 3, 2, 0);
        Climb once = waiting().after(band, SMALL, FMAX);
        assertThat(once.after(band, LARGE, FMAX).image(band)).isEmpty();
        EvaluatedBand other = band(0, 1, 3, 4, 0);
        assertThat(once.after(other, SMALL, FMAX).image(other)).isEmpty();
    }

    @Test
    void a_converged_band_climbs_at_once() {
        EvaluatedBand band = band(0, 1, 3, 2, 0);
        assertThat(waiting().after(band, 0.01, FMAX).image(band)).hasValue(2);
    }

    @Test
    void nothing_climbs_where_no_image_is_higher_than_both_endpoints() {
        EvaluatedBand downhill = band(4, 3, 2, 1, 0);
        assertThat(Climb.start(NebSettings.Climbing.FROM_START).image(downhill)).isEmpty();
        assertThat(waiting().after(downhill, 0.01, FMAX).image(downhill)).isEmpty();
    }
}
