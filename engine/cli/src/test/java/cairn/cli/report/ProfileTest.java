package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import cairn.cli.report.Profile.Saddle;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Image START = Image.evaluated(0, 0, 0, 0, Role.ENDPOINT);

    @Test
    void barriers_are_counted_from_the_saddle_to_each_endpoint() {
        var profile = Samples.downhill();

        assertThat(profile.barrierForwardEv()).isCloseTo(0.302, within(1e-12));
        assertThat(profile.barrierReverseEv()).isCloseTo(0.702, within(1e-12));
        assertThat(profile.reactionEnergyEv()).isCloseTo(-0.4, within(1e-12));
    }

    @Test
    void a_coordinate_that_does_not_grow_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(List.of(START, START, START), new Saddle(0, 0)))
                .withMessage("the reaction coordinate must grow from image to image");
    }

    @Test
    void a_band_without_interior_images_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Profile(List.of(START, START), new Saddle(0, 0)));
    }

    @Test
    void an_energy_that_is_not_a_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Image.evaluated(0, Double.NaN, 0, 0, Role.INTERIOR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Saddle(0, Double.NaN));
    }
}
