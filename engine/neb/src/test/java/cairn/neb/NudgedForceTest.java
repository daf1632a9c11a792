package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.neb.optimize.Vector;
import org.junit.jupiter.api.Test;

class NudgedForceTest {
    private static final Vector TANGENT = Vector.of(0, 1, 0);
    private static final Vector FORCE = Vector.of(2, 3, -5);

    @Test
    void the_spring_pulls_towards_the_farther_neighbour() {
        assertThat(NudgedForce.spring(0.5, 1, 0.5, 3)).isEqualTo(1.0);
        assertThat(NudgedForce.spring(0.5, 3, 0.5, 1)).isEqualTo(-1.0);
    }

    @Test
    void of_two_springs_of_one_length_the_stiffer_pulls() {
        assertThat(NudgedForce.spring(0.5, 2, 0.75, 2)).isEqualTo(0.5);
    }

    @Test
    void across_the_path_the_true_force_acts_and_along_it_only_the_spring() {
        assertThat(NudgedForce.nudged(FORCE, TANGENT, 0.25)).isEqualTo(Vector.of(2, 0.25, -5));
    }

    @Test
    void the_climbing_image_feels_no_spring_and_climbs() {
        assertThat(NudgedForce.climbing(FORCE, TANGENT)).isEqualTo(Vector.of(2, -3, -5));
    }
}
