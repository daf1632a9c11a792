package cairn.neb.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardedTest {
    /// A field that turns round the origin and never leads there, as no gradient does.
    private static Vector whirl(Vector at) {
        return Vector.of(-at.get(1), at.get(0), 0);
    }

    private static Guarded after(Guarded optimizer, int evaluations) {
        for (int i = 0; i < evaluations; i++) {
            optimizer = optimizer.advance(whirl(optimizer.position()));
        }
        return optimizer;
    }

    @Test
    void takes_the_steps_of_lbfgs_while_they_make_progress() {
        Optimizer guarded = AnharmonicField.after(Guarded.start(AnharmonicField.START), 12);
        Optimizer lbfgs = AnharmonicField.after(Lbfgs.start(AnharmonicField.START), 12);
        assertThat(guarded.position()).isEqualTo(lbfgs.position());
    }

    @Test
    void hands_over_to_the_ode_solver_when_its_patience_is_at_an_end() {
        Guarded patient = after(Guarded.start(Vector.of(1, 0, 0)), 1 + Guarded.PATIENCE);
        assertThat(patient.phase()).isInstanceOf(Guarded.Phase.Quick.class);
        assertThat(patient.advance(whirl(patient.position())).phase()).isInstanceOf(Guarded.Phase.Robust.class);
    }

    @Test
    void goes_on_from_the_point_with_the_smallest_field_and_does_not_ask_for_it_again() {
        Guarded first = Guarded.start(Vector.of(1, 0, 0));
        Guarded handedOver = after(first, 2 + Guarded.PATIENCE);
        Vector field = whirl(first.position());
        assertThat(handedOver.position())
                .isEqualTo(Ode12r.start(first.position()).advance(field).position());
        assertThat(handedOver.isLastKept()).isFalse();
    }

    @Test
    void begins_lbfgs_anew_once_the_ode_solver_has_brought_the_field_down() {
        Guarded handedOver = after(Guarded.start(Vector.of(1, 0, 0)), 2 + Guarded.PATIENCE);
        assertThat(handedOver.advance(Vector.of(0, 0.4, 0)).phase()).isInstanceOf(Guarded.Phase.Quick.class);
    }

    @Test
    void hands_over_at_once_when_the_band_is_torn_apart() {
        Guarded quick = after(Guarded.start(Vector.of(1, 0, 0)), 1);
        assertThat(quick.advance(Vector.of(0, 1000, 0)).phase()).isInstanceOf(Guarded.Phase.Robust.class);
    }
}
