package cairn.neb.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Ode12rTest {
    /// `ase.optimize.ode.ode12r` of ASE 3.22.1 with rtol 0.1 and the largest per-atom norm as residual, 2026-11-23.
    private static final double[][] ASE = {
        {
            0.34728981894477945,
            -0.3701052122384615,
            0.6719660515307899,
            0.18147251313290305,
            -0.587216843122265,
            0.8659587768588164
        },
        {
            0.24333720286030253,
            -0.34144803984744954,
            0.6459415522540363,
            0.16504587303811352,
            -0.5748467964371401,
            0.8351228693711024
        }
    };
    private static final double[] ASE_20 = {
        -6.0680088215904e-07,
        -1.2686517877895939e-05,
        0.0030264312070329277,
        0.0056182687264697655,
        -0.062044245029900864,
        0.12996803150857922
    };
    private static final double[] ASE_33 = {
        0.00014219948704239692,
        6.443868037926624e-06,
        -3.3002604989643763e-06,
        0.00011374829412191296,
        -0.00037966469326035536,
        0.019233487445382384
    };

    @Test
    void takes_the_steps_of_ase() {
        Optimizer start = Ode12r.start(AnharmonicField.START);
        assertThat(AnharmonicField.after(start, 1).position().toArray()).containsExactly(ASE[0], within(1e-14));
        assertThat(AnharmonicField.after(start, 2).position().toArray()).containsExactly(ASE[1], within(1e-14));
        assertThat(AnharmonicField.after(start, 20).position().toArray()).containsExactly(ASE_20, within(1e-12));
        assertThat(AnharmonicField.after(start, 33).position().toArray()).containsExactly(ASE_33, within(1e-12));
    }

    @Test
    void needs_the_34_evaluations_that_ase_needs() {
        assertThat(AnharmonicField.evaluationsUntil(Ode12r.start(AnharmonicField.START), 0.01))
                .isEqualTo(34);
    }

    @Test
    void a_step_that_makes_the_field_much_larger_is_taken_back_and_tried_shorter() {
        Ode12r trying = Ode12r.start(Vector.of(0, 0, 0)).advance(Vector.of(1, 0, 0));
        Ode12r refused = trying.advance(Vector.of(100, 0, 0));
        assertThat(refused.isLastKept()).isFalse();
        assertThat(refused.position().get(0))
                .isPositive()
                .isLessThanOrEqualTo(0.25 * trying.position().get(0));
    }

    @Test
    void no_atom_moves_farther_than_the_limit() {
        Optimizer constantField = Ode12r.start(Vector.of(0, 0, 0));
        for (int i = 0; i < 20; i++) {
            Optimizer next = constantField.advance(Vector.of(0, 3, 4));
            assertThat(next.position().minus(constantField.position()).largestAtomNorm())
                    .isLessThanOrEqualTo(Ode12r.LONGEST_MOVE + 1e-12);
            constantField = next;
        }
    }
}
