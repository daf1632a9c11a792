package cairn.neb.surrogate;

import static cairn.neb.surrogate.Fields.line;
import static cairn.neb.surrogate.Fields.negativeModes;
import static cairn.neb.surrogate.Fields.searched;
import static cairn.neb.surrogate.Fields.valley;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What makes surrogates say "converged" where they must not.
class TrapsTest {
    @Test
    void an_ordinary_double_well_converges_to_its_saddle() {
        Potential valley = valley(x -> 0.5 * (x * x - 1) * (x * x - 1));
        Search search = searched(valley, line(-1, 1));
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().barrierForward()).isBetween(0.499, 0.501);
        assertThat(negativeModes(valley, search)).isEqualTo(1);
    }

    @Test
    void a_path_that_only_goes_downhill_has_no_saddle_point() {
        Potential slope = structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            double z = structure.positions().z(0);
            return Fields.value(-0.3 * x + y * y + z * z, 0.3, -2 * y, -2 * z);
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
        int plain = rough.search(hop, Fields.settings()).forceEvaluations();
        int learned = searched(rough, hop).forceEvaluations();
        assertThat((double) learned).isLessThanOrEqualTo(1.2 * plain);
    }
}
