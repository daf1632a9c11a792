package cairn.analysis.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BirchMurnaghanTest {
    private static final double GPA = 160.2176634;

    @Test
    void the_curve_it_fits_is_the_curve_it_was_made_of() {
        BirchMurnaghan silicon = new BirchMurnaghan(20.4, -5.4, 88.5 / GPA, 4.3, 0);

        assertThat(BirchMurnaghan.fit(on(silicon))).hasValueSatisfying(fit -> {
            assertThat(fit.volumeAng3()).isCloseTo(20.4, within(1e-9));
            assertThat(fit.energyEv()).isCloseTo(-5.4, within(1e-11));
            assertThat(fit.bulkModulusEvPerAng3() * GPA).isCloseTo(88.5, within(1e-6));
            assertThat(fit.bulkModulusDerivative()).isCloseTo(4.3, within(1e-6));
            assertThat(fit.residualEv()).isLessThan(1e-12);
        });
    }

    /// WIEN2k's PBE silicon as the Delta project published it: V0 20.4530 Angstrom^3/atom, B0 88.545 GPa, B' 4.31
    /// (Lejaeghere et al., Science 351, aad3000 (2016)). The seven volumes of that project lie within 6 %.
    @Test
    void noise_of_a_tenth_of_a_meV_shows_in_the_residual_and_hardly_in_the_volume() {
        BirchMurnaghan silicon = new BirchMurnaghan(20.4530, 0, 88.545 / GPA, 4.31, 0);
        List<EnergyAtVolume> points = on(silicon);
        List<EnergyAtVolume> noisy = IntStream.range(0, points.size())
                .mapToObj(i -> new EnergyAtVolume(
                        points.get(i).volumeAng3(), points.get(i).energyEv() + (i % 2 == 0 ? 1e-4 : -1e-4)))
                .toList();

        assertThat(BirchMurnaghan.fit(noisy)).hasValueSatisfying(fit -> {
            assertThat(fit.volumeAng3()).isCloseTo(20.4530, within(0.02));
            assertThat(fit.bulkModulusEvPerAng3() * GPA).isCloseTo(88.545, Percentage.withPercentage(3));
            assertThat(fit.residualEv()).isBetween(5e-5, 1.1e-4);
        });
    }

    @Test
    void points_on_one_side_of_the_equilibrium_give_none() {
        BirchMurnaghan silicon = new BirchMurnaghan(20.4, -5.4, 88.5 / GPA, 4.3, 0);
        List<EnergyAtVolume> compressed = DoubleStream.of(17, 17.5, 18, 18.5, 19, 19.5)
                .mapToObj(volume -> new EnergyAtVolume(volume, silicon.energyEvAt(volume)))
                .toList();

        assertThat(BirchMurnaghan.fit(compressed)).isEmpty();
    }

    @Test
    void four_points_are_too_few() {
        List<EnergyAtVolume> four = on(new BirchMurnaghan(20, 0, 0.5, 4, 0)).subList(0, 4);

        assertThatThrownBy(() -> BirchMurnaghan.fit(four)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<EnergyAtVolume> on(BirchMurnaghan curve) {
        return DoubleStream.of(0.94, 0.96, 0.98, 1, 1.02, 1.04, 1.06)
                .map(scale -> scale * curve.volumeAng3())
                .mapToObj(volume -> new EnergyAtVolume(volume, curve.energyEvAt(volume)))
                .toList();
    }
}
