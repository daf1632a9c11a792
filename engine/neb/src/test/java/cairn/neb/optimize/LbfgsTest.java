package cairn.neb.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
    @Test
    void needs_fewer_evaluations_than_the_others() {
        int ours = AnharmonicField.evaluationsUntil(Lbfgs.start(AnharmonicField.START), 0.01);
        assertThat(ours)
                .isLessThan(AnharmonicField.evaluationsUntil(Ode12r.start(AnharmonicField.START), 0.01))
                .isLessThan(AnharmonicField.evaluationsUntil(Fire.start(AnharmonicField.START), 0.01));
    }

    @Test
    void a_harmonic_field_of_one_curvature_is_solved_by_the_step_after_the_first_probe() {
        Vector origin = Vector.of(0.1, 0, -0.05);
        Lbfgs probed = Lbfgs.start(origin).advance(origin.times(-5));
        Lbfgs solved = probed.advance(probed.position().times(-5));
        assertThat(solved.position().norm()).isCloseTo(0, within(1e-15));
    }

    @Test
    void a_step_that_makes_the_field_much_larger_is_taken_back_and_tried_shorter() {
        Lbfgs trying = Lbfgs.start(Vector.of(0, 0, 0)).advance(Vector.of(1, 0, 0));
        Lbfgs refused = trying.advance(Vector.of(3, 0, 0));
        assertThat(refused.isLastKept()).isFalse();
        assertThat(refused.position().get(0)).isCloseTo(0.25 * trying.position().get(0), within(1e-15));
    }

    @Test
    void goes_along_the_field_where_the_curvature_is_negative() {
        Optimizer climbing = Lbfgs.start(Vector.of(0.01, 0, 0));
        for (int i = 0; i < 10; i++) {
            climbing = climbing.advance(climbing.position().times(3));
        }
        assertThat(climbing.position().get(0)).isGreaterThan(0.01);
    }

    @Test
    void no_atom_moves_farther_than_the_limit() {
        Lbfgs moved = Lbfgs.start(Vector.of(0, 0, 0)).advance(Vector.of(0, 0, 1e6));
        assertThat(moved.position().get(2)).isCloseTo(Lbfgs.LONGEST_MOVE, within(1e-12));
    }
}
