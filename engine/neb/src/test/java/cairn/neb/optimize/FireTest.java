package cairn.neb.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FireTest {
    /// `ase.optimize.FIRE` of ASE 3.22.1 with its defaults, steps 1, 10 and 86, 2026-11-23.
    private static final double[] ASE_1 = {0.349, -0.37044, 0.67228, 0.18168, -0.58736, 0.86634};
    private static final double[] ASE_10 = {
        0.0341738767406868,
        -0.11310530452917218,
        0.43580793944045954,
        0.061488263004536074,
        -0.4616502492779424,
        0.6024151852053385
    };
    private static final double[] ASE_86 = {
        3.741193211751788e-05,
        -0.0007637138396270468,
        0.0021308180408057317,
        5.789826736594888e-05,
        -0.0005822084078007916,
        -0.0008888678801044636
    };

    @Test
    void takes_the_steps_of_ase() {
        Optimizer start = Fire.start(AnharmonicField.START);
        assertThat(AnharmonicField.after(start, 1).position().toArray()).containsExactly(ASE_1, within(1e-14));
        assertThat(AnharmonicField.after(start, 10).position().toArray()).containsExactly(ASE_10, within(1e-12));
        assertThat(AnharmonicField.after(start, 86).position().toArray()).containsExactly(ASE_86, within(1e-10));
    }
}
