package cairn.neb.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Observation;
import cairn.neb.Potential;
import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Vector X = Vector.of(1, 0, 0);

    /// E = c x^2 / 2 + d x^3 / 6 - y^2 / 2 + b x y.
    private static Potential field(double c, double d, double b) {
        return structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            return new Evaluation(
                    c * x * x / 2 + d * x * x * x / 6 - y * y / 2 + b * x * y,
                    Forces.of(-c * x - d * x * x / 2 - b * y, y - b * x, 0),
                    new Stress.NotGiven());
        };
    }

    private static Observation origin(Potential potential) {
        Structure atom = Structure.free(
                Cell.orthorhombic(30, 30, 30), List.of(Element.ofSymbol("Ar").orElseThrow()), Positions.of(0, 0, 0));
        return new Observation(atom, potential.at(atom));
    }

    private static Probe probed(Potential potential) {
        Probe probe = Probe.along(origin(potential), X);
        return probe.with(potential.at(probe.wanted()));
    }

    private static Probe onBothSides(Potential potential) {
        Probe one = probed(potential);
        return one.with(potential.at(one.wanted()));
    }

    @Test
    void one_step_tells_the_sign_of_a_plain_curvature() {
        assertThat(probed(field(-0.2, 0, 0)).verdict()).isEqualTo(Probe.Verdict.FALLS);
        assertThat(probed(field(0.2, 0, 0)).verdict()).isEqualTo(Probe.Verdict.DOES_NOT_FALL);
        assertThat(probed(field(-0.2, 0, 0)).curvature()).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void a_cubic_term_that_hides_the_sign_leaves_it_in_doubt() {
        // The slopes alone would say +0.1.
        assertThat(probed(field(-0.2, 6, 0)).verdict()).isEqualTo(Probe.Verdict.IN_DOUBT);
        assertThat(probed(field(0.2, -6, 0)).verdict()).isEqualTo(Probe.Verdict.IN_DOUBT);
    }

    @Test
    void a_step_to_the_other_side_takes_the_cubic_term_away() {
        assertThat(onBothSides(field(-0.2, 6, 0)).verdict()).isEqualTo(Probe.Verdict.FALLS);
        assertThat(onBothSides(field(-0.2, 6, 0)).curvature()).isCloseTo(-0.2, within(1e-9));
        assertThat(onBothSides(field(0.2, -6, 0)).verdict()).isEqualTo(Probe.Verdict.DOES_NOT_FALL);
    }

    @Test
    void downhill_is_the_side_on_which_the_cubic_term_is_negative() {
        assertThat(probed(field(-1, 3, 0)).downhill().get(0)).isEqualTo(-1);
        assertThat(probed(field(-1, -3, 0)).downhill()).isEqualTo(X);
        assertThat(onBothSides(field(-1, 3, 0)).downhill().get(0)).isEqualTo(-1);
    }

    /// H = ((-0.1, 0.5), (0.5, -1)) has the determinant 0.1 - 0.25: one negative eigenvalue, for all its diagonal.
    @Test
    void a_direction_may_fall_only_because_the_path_does() {
        Mode path = new Mode(-1, Vector.of(0, 1, 0));
        Probe coupled = probed(field(-0.1, 0, 0.5));
        assertThat(coupled.verdict()).isEqualTo(Probe.Verdict.FALLS);
        assertThat(coupled.curvatureBeside(path)).isCloseTo(-0.1 + 0.25, within(1e-9));
        assertThat(probed(field(-0.1, 0, 0)).curvatureBeside(path)).isCloseTo(-0.1, within(1e-9));
    }

    @Test
    void the_direction_of_a_probe_need_not_be_orthogonal_to_the_path() {
        Potential potential = field(-0.1, 0, 0.5);
        Vector oblique = Vector.of(0.8, 0.6, 0);
        Probe probe = Probe.along(origin(potential), oblique);
        Probe evaluated = probe.with(potential.at(probe.wanted()));
        assertThat(evaluated.curvatureBeside(new Mode(-1, Vector.of(0, 1, 0)))).isCloseTo(0.15, within(1e-9));
    }
}
