package cairn.neb.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.NebSettings;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.curvature.SaddleCheck;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What makes surrogates say "converged" where they must not.
class TrapsTest {
    private static final double FMAX = 0.01;

    private static NebSettings settings() {
        return new NebSettings(
                5,
                FMAX,
                0.1,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                500);
    }

    private static Search searched(Potential potential, Band band) {
        Search search = SurrogateSearch.start(
                band,
                potential.at(band.from()),
                potential.at(band.to()),
                settings(),
                SurrogateSettings.standard(),
                List.of());
        while (!search.isFinished()) {
            search = search.advance(potential.all(search.wanted()));
        }
        return search;
    }

    /// One atom in a field of (x, y), in a box that is large against the way.
    private static Structure atom(double x, double y) {
        return Structure.free(
                Cell.orthorhombic(30, 30, 30), List.of(Element.ofSymbol("Ar").orElseThrow()), Positions.of(x, y, 0));
    }

    private static Band line(double x, double otherX) {
        return Band.between(atom(x, 0), atom(otherX, 0), 5, NebSettings.Start.LINEAR);
    }

    private static Evaluation field(double energy, double fx, double fy, double fz) {
        return new Evaluation(energy, Forces.of(fx, fy, fz), new Stress.NotGiven());
    }

    private static int negativeModes(Potential potential, Search search) {
        SaddleCheck check =
                SaddleCheck.start(search.band().images().get(search.path().highestImage()), 20);
        while (!check.isFinished()) {
            check = check.advance(potential.all(check.wanted()));
        }
        return check.negativeModes();
    }

    /// Two wells at x = -1 and 1 with a hill of `across` < 0 on the straight way, so that the way is a ridge.
    private static Potential wells(double across) {
        return structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            double z = structure.positions().z(0);
            double well = x * x - 1;
            double bend = across * Math.exp(-4 * x * x);
            double energy =
                    0.5 * well * well + bend * y * y + y * y * y * y + 2 * (1 - Math.exp(-4 * x * x)) * y * y + z * z;
            double slope = 2 * x * well + (-8 * x * bend + 16 * x * Math.exp(-4 * x * x)) * y * y;
            double side = 2 * bend * y + 4 * y * y * y + 4 * (1 - Math.exp(-4 * x * x)) * y;
            return field(energy, -slope, -side, -2 * z);
        };
    }

    @Test
    void a_symmetric_path_over_a_saddle_of_second_order_is_left() {
        Potential ridge = wells(-1);
        Search search = searched(ridge, line(-1, 1));
        assertThat(!search.isConverged() || negativeModes(ridge, search) == 1)
                .as(search.status() + " at " + search.estimate())
                .isTrue();
    }

    @Test
    void an_ordinary_double_well_converges_to_its_saddle() {
        Potential valley = wells(1);
        Search search = searched(valley, line(-1, 1));
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().barrierForward()).isBetween(0.499, 0.501);
        assertThat(negativeModes(valley, search)).isEqualTo(1);
    }

    /// Humps of 0.2 eV at x = -1 and 0.5 eV at x = 1, minima at -2, 0 and 2.
    private static final Potential TWO_HUMPS = structure -> {
        double x = structure.positions().x(0);
        double y = structure.positions().y(0);
        double z = structure.positions().z(0);
        double height = x < 0 ? 0.2 : 0.5;
        double energy = height * (1 - Math.cos(Math.PI * x)) / 2 + y * y + z * z;
        return field(energy, -height * Math.PI * Math.sin(Math.PI * x) / 2, -2 * y, -2 * z);
    };

    @Test
    void of_two_humps_the_higher_one_is_the_barrier() {
        Search search = searched(TWO_HUMPS, line(-2, 2));
        assertThat(search.isConverged()).isTrue();
        assertThat(search.path().barrierForward()).isBetween(0.499, 0.501);
    }

    @Test
    void a_path_that_only_goes_downhill_has_no_saddle_point() {
        Potential slope = structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            double z = structure.positions().z(0);
            return field(-0.3 * x + y * y + z * z, 0.3, -2 * y, -2 * z);
        };
        assertThat(searched(slope, line(-1, 1)).isConverged()).isFalse();
    }

    @Test
    void a_jump_of_one_energy_gives_no_wrong_barrier() {
        LennardJones truth = new LennardJones();
        Band hop = LennardJones.vacancyHop(5);
        double barrier = searched(truth, hop).path().barrierForward();
        int[] calls = {0};
        Potential jumping = structure -> {
            Evaluation evaluation = truth.at(structure);
            boolean jumps = ++calls[0] == 3;
            return new Evaluation(evaluation.energyEv() + (jumps ? 0.3 : 0), evaluation.forces(), evaluation.stress());
        };
        Search search = searched(jumping, hop);
        boolean right = Math.abs(search.path().barrierForward() - barrier) < 2e-3;
        assertThat(!search.isConverged() || right).isTrue();
    }

    @Test
    void small_noise_in_the_forces_does_not_hold_the_search_up() {
        LennardJones truth = new LennardJones();
        Band hop = LennardJones.vacancyHop(5);
        Potential noisy = structure -> {
            Evaluation evaluation = truth.at(structure);
            double[] forces = evaluation.forces().toArray();
            double seed = structure.positions().x(0);
            Arrays.setAll(forces, i -> forces[i] + 1e-3 * Math.sin(1e4 * seed + 13 * i));
            return new Evaluation(evaluation.energyEv(), Forces.of(forces), evaluation.stress());
        };
        Search search = searched(noisy, hop);
        assertThat(search.isConverged()).isTrue();
        assertThat(search.forceEvaluations()).isLessThan(12);
    }

    @Test
    void where_nothing_can_be_learned_it_costs_little_more_than_a_plain_band() {
        Potential rough = structure -> {
            LennardJones truth = new LennardJones();
            Evaluation evaluation = truth.at(structure);
            double[] forces = evaluation.forces().toArray();
            double[] x = structure.positions().toArray();
            double energy = evaluation.energyEv();
            for (int i = 0; i < x.length; i++) {
                // Each coordinate feels a wave of its own, of which no interatomic potential knows.
                double wave = 4 + i % 7;
                energy += 0.02 * Math.cos(wave * x[i] + i);
                forces[i] += 0.02 * wave * Math.sin(wave * x[i] + i);
            }
            return new Evaluation(energy, Forces.of(forces), evaluation.stress());
        };
        Band hop = LennardJones.vacancyHop(5);
        int plain = rough.search(hop, settings()).forceEvaluations();
        int learned = searched(rough, hop).forceEvaluations();
        assertThat((double) learned).isLessThanOrEqualTo(1.2 * plain);
    }
}
