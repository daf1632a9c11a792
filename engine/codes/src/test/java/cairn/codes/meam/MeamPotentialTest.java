package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeamPotentialTest {
    private static final MeamParameters PARAMETERS = MeamParameters.lithiumSilicon();

    @Test
    void a_missing_parameter_is_named() {
        assertThatThrownBy(() -> MeamParameters.parse("elements = Li").elements())
                .hasMessage("MEAM parameter 'Li.lattice' is missing");
    }

    @Test
    void screening_limits_do_not_depend_on_the_order_of_the_pair() {
        MeamElement li = PARAMETERS.elements().get(0);
        MeamElement si = PARAMETERS.elements().get(1);
        assertThat(PARAMETERS.screening(si, li, si)).isEqualTo(PARAMETERS.screening(li, si, si));
    }

    @Test
    void silicon_with_first_neighbours_only_obeys_the_equation_of_state_of_rose() {
        MeamElement si = PARAMETERS.elements().get(1);
        ElementReference reference = new ElementReference(si, PARAMETERS.screening(si, si, si));
        double equilibrium = si.rose().distance();
        assertThat(2 * reference.pairFunction(equilibrium) + si.embeddingEnergy(1))
                .isCloseTo(-4.63, within(1e-12));
    }

    @Test
    void no_atom_beyond_the_reach_can_screen_a_pair_within_the_cutoff() {
        // Of the ellipses, the largest has Cmax 2.81: its farthest point is Cmax / (2 sqrt(Cmax - 1)) pairs away.
        assertThat(MeamPotential.of(PARAMETERS).reach()).isCloseTo(4.8 * 2.81 / (2 * Math.sqrt(1.81)), within(1e-12));
    }

    @Test
    void a_table_follows_its_function_and_the_derivative() {
        PairTable table = PairTable.of(Math::sin, 4.8);
        assertThat(table.value(2.345)).isCloseTo(Math.sin(2.345), within(1e-10));
        assertThat(table.slope(2.345)).isCloseTo(Math.cos(2.345), within(1e-7));
    }
}
