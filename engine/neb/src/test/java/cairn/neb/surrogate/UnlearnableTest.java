package cairn.neb.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.NebSettings;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Surfaces that no interatomic potential can say: there the search costs at most 1.2 times a plain band from the same
/// start, wherever that converges.
class UnlearnableTest {
    private static final double WORST = 1.2;
    /// Of springs by chance, eV/Angstrom^2.
    private static final double STIFF = 0.1;
    private static final LennardJones LENNARD_JONES = new LennardJones();
    private static final Band HOP = LennardJones.vacancyHop(5);

    /// Adds to energy and forces what depends on absolute positions.
    private interface Field {
        /// The energy, eV; forces are added to those given.
        double add(double[] x, double[] forces);
    }

    private static Potential with(Field field) {
        return structure -> {
            Evaluation evaluation = LENNARD_JONES.at(structure);
            double[] forces = evaluation.forces().toArray();
            double energy =
                    evaluation.energyEv() + field.add(structure.positions().toArray(), forces);
            return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
        };
    }

    private static NebSettings settings(double fmax) {
        return new NebSettings(
                5,
                fmax,
                0.1,
                NebSettings.Start.IDPP,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                500);
    }

    private static Search searched(Potential potential, double fmax) {
        Search search = SurrogateSearch.start(
                HOP,
                potential.at(HOP.from()),
                potential.at(HOP.to()),
                settings(fmax),
                SurrogateSettings.standard(),
                List.of());
        while (!search.isFinished()) {
            search = search.advance(potential.all(search.wanted()));
        }
        return search;
    }

    private static void assertWorthTrying(String surface, Potential potential, double fmax) {
        Search plain = potential.search(HOP, settings(fmax));
        Search learned = searched(potential, fmax);
        String seen = "%s: learned %s in %d, plain %s in %d"
                .formatted(
                        surface,
                        learned.status(),
                        learned.forceEvaluations(),
                        plain.status(),
                        plain.forceEvaluations());
        assertThat(plain.isConverged()).as(seen).isTrue();
        assertThat(learned.isConverged()).as(seen).isTrue();
        assertThat((double) learned.forceEvaluations()).as(seen).isLessThanOrEqualTo(WORST * plain.forceEvaluations());
    }

    /// Each coordinate feels a short wave of its own.
    private static Field waves(double height, double number) {
        return (x, forces) -> {
            double energy = 0;
            for (int i = 0; i < x.length; i++) {
                double wave = number + i % 7;
                energy += height * Math.cos(wave * x[i] + i);
                forces[i] += height * wave * Math.sin(wave * x[i] + i);
            }
            return energy;
        };
    }

    @Test
    void short_waves_in_each_coordinate() {
        assertWorthTrying("short waves", with(waves(0.005, 8)), 0.01);
    }

    @Test
    void long_waves_in_each_coordinate() {
        assertWorthTrying("long waves", with(waves(0.02, 4)), 0.01);
    }

    /// Springs between coordinates of atoms far apart, drawn by chance.
    @Test
    void springs_between_coordinates_that_have_nothing_to_do_with_each_other() {
        double[] home = HOP.images().get(3).positions().toArray();
        Random random = new Random(1);
        int[] partner = random.ints(home.length, 0, home.length).toArray();
        Field springs = (x, forces) -> {
            double energy = 0;
            for (int i = 0; i < x.length; i++) {
                int j = partner[i];
                double apart = x[i] - home[i] - (x[j] - home[j]);
                energy += STIFF * apart * apart / 2;
                forces[i] -= STIFF * apart;
                forces[j] += STIFF * apart;
            }
            return energy;
        };
        assertWorthTrying("springs by chance", with(springs), 0.01);
    }

    /// The slope jumps wherever a coordinate passes a multiple of 0.3 Angstrom; rounded over 0.01 Angstrom.
    @Test
    void kinks_in_each_coordinate() {
        Field kinks = (x, forces) -> {
            double energy = 0;
            for (int i = 0; i < x.length; i++) {
                double s = Math.sin(Math.PI * x[i] / 0.3);
                double root = Math.sqrt(s * s + 0.01);
                energy += 0.01 * root;
                forces[i] -= 0.01 * s * Math.cos(Math.PI * x[i] / 0.3) * Math.PI / 0.3 / root;
            }
            return energy;
        };
        assertWorthTrying("kinks", with(kinks), 0.02);
    }

    /// A second electronic state takes over in the middle of the way: energies jump by 0.05 eV, forces are scaled.
    @Test
    void a_state_that_changes_on_the_way() {
        int hopper = 0;
        double middle = HOP.images().get(3).positions().toArray()[hopper];
        double way = Math.signum(HOP.images().get(6).positions().toArray()[hopper] - middle);
        Potential jumping = structure -> {
            Evaluation evaluation = LENNARD_JONES.at(structure);
            boolean excited = way * (structure.positions().toArray()[hopper] - middle) > -0.3;
            double[] forces = evaluation.forces().toArray();
            for (int i = 0; i < forces.length; i++) {
                forces[i] *= excited ? 1.1 : 1;
            }
            double energy = excited ? 0.05 + 1.1 * evaluation.energyEv() : evaluation.energyEv();
            return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
        };
        assertWorthTrying("a state that changes", jumping, 0.01);
    }

    /// As DFT gives them: forces are off by 5 meV/Angstrom, always in the same way at the same place.
    private static Potential noisy() {
        return structure -> {
            Evaluation evaluation = LENNARD_JONES.at(structure);
            double[] forces = evaluation.forces().toArray();
            Random random = new Random(seed(structure));
            for (int i = 0; i < forces.length; i++) {
                forces[i] += 5e-3 / Math.sqrt(3) * random.nextGaussian();
            }
            return new Evaluation(evaluation.energyEv(), Forces.of(forces), new Stress.NotGiven());
        };
    }

    private static long seed(Structure structure) {
        return structure.positions().hashCode();
    }

    @Test
    void forces_with_the_noise_of_DFT_do_not_keep_it_from_ending() {
        double barrier = searched(LENNARD_JONES, 1e-3).path().barrierForward();
        for (double fmax : new double[] {0.05, 0.02}) {
            Search search = searched(noisy(), fmax);
            assertThat(search.isConverged()).isTrue();
            assertThat(search.isPlain()).isFalse();
            assertThat(search.path().barrierForward()).isBetween(barrier - 5e-3, barrier + 5e-3);
        }
    }
}
