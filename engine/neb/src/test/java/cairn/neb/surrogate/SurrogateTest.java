package cairn.neb.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.LennardJones;
import cairn.neb.Observation;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SurrogateTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();
    private static final double STEP = 1e-4;

    /// Argon with 24 free atoms and 8 fixed ones, a little out of order.
    private static List<Observation> known() {
        Structure crystal = LennardJones.fcc(3.83, 2);
        BitSet fixed = new BitSet();
        fixed.set(0, 8);
        return LongStream.range(0, 5)
                .mapToObj(seed -> LennardJones.rattled(crystal, 0.08, seed))
                .map(rattled -> withFixed(crystal, rattled, fixed))
                .map(structure -> new Observation(structure, LENNARD_JONES.at(structure)))
                .toList();
    }

    private static Structure withFixed(Structure crystal, Structure rattled, BitSet fixed) {
        double[] positions = rattled.positions().toArray();
        System.arraycopy(crystal.positions().toArray(), 0, positions, 0, 3 * fixed.cardinality());
        return new Structure(crystal.cell(), crystal.species(), Positions.of(positions), Constraints.of(fixed));
    }

    private static Surrogate fitted(Physics physics, List<Observation> known) {
        return Surrogate.of(physics, known.stream().map(physics::example).toList());
    }

    private static Physics physics(List<Observation> known) {
        return Physics.between(known.getFirst().structure(), known.get(1).structure());
    }

    @Test
    void what_is_known_is_said_again() {
        List<Observation> known = known();
        Surrogate surrogate = fitted(physics(known), known);
        for (Observation observation : known) {
            Evaluation said = surrogate.evaluate(observation.structure());
            assertThat(said.energyEv()).isCloseTo(observation.evaluation().energyEv(), within(2e-3));
            assertThat(surrogate.uncertainty(observation.structure())).isLessThan(5e-3);
            double[] forces = observation.evaluation().forces().toArray();
            for (int i = 24; i < forces.length; i++) {
                assertThat(said.forces().toArray()[i]).isCloseTo(forces[i], within(2e-2));
            }
        }
    }

    @Test
    void forces_are_the_slope_of_the_energy_and_none_act_on_fixed_atoms() {
        List<Observation> known = known();
        Surrogate surrogate = fitted(physics(known), known);
        assertSlopes(surrogate, known.get(2).structure());
        assertSlopes(surrogate, between(known));
    }

    @Test
    void a_crystal_moved_as_a_whole_is_as_well_known_and_nothing_pushes_it_anywhere() {
        List<Observation> free = LongStream.range(0, 4)
                .mapToObj(seed -> LennardJones.rattled(LennardJones.fcc(3.83, 2), 0.08, seed))
                .map(structure -> new Observation(structure, LENNARD_JONES.at(structure)))
                .toList();
        Surrogate surrogate = fitted(physics(free), free);
        Structure unknown = LennardJones.rattled(LennardJones.fcc(3.83, 2), 0.05, 9);
        double[] moved = unknown.positions().toArray();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 0.7 + 0.1 * (i % 3);
        }
        Structure elsewhere = unknown.withPositions(Positions.of(moved));

        Evaluation here = surrogate.evaluate(unknown);
        assertThat(surrogate.evaluate(elsewhere).energyEv()).isCloseTo(here.energyEv(), within(1e-9));
        assertThat(surrogate.uncertainty(elsewhere)).isCloseTo(surrogate.uncertainty(unknown), within(1e-9));
        double[] forces = here.forces().toArray();
        for (int axis = 0; axis < 3; axis++) {
            int first = axis;
            double net = IntStream.range(0, unknown.count())
                    .mapToDouble(atom -> forces[3 * atom + first])
                    .sum();
            assertThat(net).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void forces_are_the_slope_of_the_energy_also_with_a_prior() {
        List<Observation> known = known();
        Physics physics =
                Physics.between(known.getFirst().structure(), known.get(1).structure(), scaled(0.7));
        assertSlopes(fitted(physics, known), between(known));
    }

    private static Prior scaled(double factor) {
        return structure -> {
            Evaluation truth = LENNARD_JONES.at(structure);
            double[] forces = truth.forces().toArray();
            double[] parts = IntStream.range(0, forces.length)
                    .mapToDouble(i -> factor * forces[i])
                    .toArray();
            return new Evaluation(factor * truth.energyEv(), Forces.of(parts), new Stress.NotGiven());
        };
    }

    private static Structure between(List<Observation> known) {
        double[] one = known.get(3).structure().positions().toArray();
        Rows.add(0.5, Rows.difference(known.get(4).structure().positions().toArray(), one), one);
        return known.getFirst().structure().withPositions(Positions.of(one));
    }

    private static void assertSlopes(Surrogate surrogate, Structure structure) {
        double[] forces = surrogate.evaluate(structure).forces().toArray();
        for (int i = 0; i < forces.length; i++) {
            double slope =
                    (energy(surrogate, structure, i, STEP) - energy(surrogate, structure, i, -STEP)) / (2 * STEP);
            boolean fixed = structure.constraints().isFixed(i / 3);
            assertThat(forces[i]).as("component %d", i).isCloseTo(fixed ? 0 : -slope, within(1e-6));
        }
    }

    private static double energy(Surrogate surrogate, Structure structure, int component, double step) {
        double[] positions = structure.positions().toArray();
        positions[component] += step;
        return surrogate
                .evaluate(structure.withPositions(Positions.of(positions)))
                .energyEv();
    }

    @Test
    void a_prior_that_is_true_leaves_nothing_to_learn() {
        List<Observation> known = known();
        Physics physics =
                Physics.between(known.getFirst().structure(), known.get(1).structure(), LENNARD_JONES::at);
        Surrogate surrogate = fitted(physics, known.subList(0, 2));
        Structure elsewhere = known.get(4).structure();
        assertThat(surrogate.evaluate(elsewhere).energyEv())
                .isCloseTo(LENNARD_JONES.at(elsewhere).energyEv(), within(1e-9));
    }

    @Test
    void it_foretells_what_it_has_not_seen_within_its_own_uncertainty() {
        List<Observation> known = known();
        Surrogate surrogate = fitted(physics(known), known.subList(0, 4));
        Observation unseen = known.get(4);
        double wrong = surrogate.evaluate(unseen.structure()).energyEv()
                - unseen.evaluation().energyEv();
        assertThat(Math.abs(wrong)).isLessThan(3 * surrogate.uncertainty(unseen.structure()));
    }
}
