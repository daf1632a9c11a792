package cairn.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ForcesTest {
    private static final Forces FORCES = Forces.of(0.3, 0, 0.4, 3, -12, 4, 0, 0, -0.6);

    @Test
    void fmax_is_the_largest_norm_over_atoms_and_not_over_components() {
        assertThat(FORCES.fmax()).isEqualTo(13);
    }

    @Test
    void what_a_held_atom_feels_does_not_count() {
        assertThat(FORCES.fmax(held(1))).isEqualTo(0.6);
        assertThat(FORCES.fmax(held(1, 2))).isEqualTo(0.5);
    }

    @Test
    void with_every_atom_held_no_force_counts() {
        assertThat(FORCES.fmax(held(0, 1, 2))).isZero();
    }

    private static Constraints held(int... atoms) {
        BitSet fixed = new BitSet();
        for (int atom : atoms) {
            fixed.set(atom);
        }
        return Constraints.of(fixed);
    }
}
