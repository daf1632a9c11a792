package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import org.junit.jupiter.api.Test;

class SpringsTest {
    private static final Springs WEIGHTED = new Springs.EnergyWeighted(1, 5);

    @Test
    void uniform_springs_do_not_look_at_energies() {
        assertThat(new Springs.Uniform(0.1).constants(0, 3, 1)).containsExactly(0.1, 0.1);
    }

    /// Reference 0.2 and highest 1: the spring up to 0.6 is half way, those of the top image are the stiffest.
    @Test
    void energy_weighted_springs_stiffen_linearly_from_the_higher_endpoint_to_the_top() {
        assertThat(WEIGHTED.constants(0, 0.1, 0.6, 1, 0.2)).containsExactly(1.0, 3.0, 5.0, 5.0);
    }

    @Test
    void energy_weighted_springs_of_a_downhill_path_are_all_soft() {
        assertThat(WEIGHTED.constants(1, 0.5, 0)).containsExactly(1.0, 1.0);
    }

    @Test
    void an_upper_constant_below_the_lower_is_refused() {
        assertThatThrownBy(() -> new Springs.EnergyWeighted(1, 0.5)).hasMessageContaining("below the lower");
    }

    @Test
    void energy_weighted_springs_gather_images_at_the_saddle_and_leave_the_barrier_alone() {
        MinimumEnergyPath uniform = path(new Springs.Uniform(0.1));
        MinimumEnergyPath weighted = path(Springs.EnergyWeighted.from(0.1));
        assertThat(weighted.barrierForward()).isCloseTo(uniform.barrierForward(), within(1e-4));
        assertThat(aroundTheSaddle(weighted)).isLessThan(0.8 * aroundTheSaddle(uniform));
    }

    private static MinimumEnergyPath path(Springs springs) {
        NebSettings settings =
                new NebSettings(5, 0.01, springs, Start.IDPP, Climbing.WHEN_SETTLED, Optimizer.LBFGS, 200);
        PathSearch search = new LennardJones().search(LennardJones.vacancyHop(5), settings);
        assertThat(search.isConverged()).isTrue();
        return search.path();
    }

    private static double aroundTheSaddle(MinimumEnergyPath path) {
        int saddle = path.highestImage();
        return path.points().get(saddle + 1).fraction()
                - path.points().get(saddle - 1).fraction();
    }
}
