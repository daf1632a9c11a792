package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.optimize.Vector;
import org.junit.jupiter.api.Test;

/// Three atoms of which two move: backward = 3 along x of atom 0, forward = 4 along y of atom 2.
class TangentTest {
    private static final Vector BACKWARD = Vector.of(3, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Vector FORWARD = Vector.of(0, 0, 0, 0, 0, 0, 0, 4, 0);

    private static void assertTangent(double before, double here, double after, double x, double y) {
        Vector tangent = Tangent.improved(BACKWARD, FORWARD, before, here, after);
        assertThat(tangent.toArray()).containsExactly(new double[] {x, 0, 0, 0, 0, 0, 0, y, 0}, within(1e-15));
    }

    @Test
    void uphill_looks_forward() {
        assertTangent(0, 1, 2, 0, 1);
    }

    @Test
    void downhill_looks_backward() {
        assertTangent(2, 1, 0, 1, 0);
    }

    @Test
    void at_a_maximum_the_higher_neighbour_weighs_more() {
        // Differences 3 (before) and 1 (after), E_after > E_before: 3 forward + 1 backward = (3, 12) / sqrt(153).
        assertTangent(0, 3, 2, 3 / Math.sqrt(153), 12 / Math.sqrt(153));
    }

    @Test
    void at_a_minimum_the_higher_neighbour_weighs_more() {
        // Differences 5 (before) and 2 (after), E_after < E_before: 2 forward + 5 backward = (15, 8) / 17.
        assertTangent(5, 0, 2, 15.0 / 17, 8.0 / 17);
    }

    @Test
    void equal_energies_leave_the_chord() {
        assertTangent(1, 1, 1, 0.6, 0.8);
    }

    @Test
    void reversing_the_path_reverses_the_tangent() {
        for (double[] e : new double[][] {{0, 1, 2}, {2, 1, 0}, {0, 3, 2}, {5, 0, 2}, {1, 2, 1}}) {
            Vector there = Tangent.improved(BACKWARD, FORWARD, e[0], e[1], e[2]);
            Vector back = Tangent.improved(FORWARD.times(-1), BACKWARD.times(-1), e[2], e[1], e[0]);
            assertThat(back).isEqualTo(there.times(-1));
        }
    }
}
