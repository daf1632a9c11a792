package cairn.neb.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/// On atoms at springs of their own, and on atoms without forces: their averages are known exactly.
class DynamicsTest {
    private static final double SPRING = 2;
    private static final double BOLTZMANN = 8.617333262e-5;
    private static final int ATOMS = 24;

    private static Structure still() {
        double[] positions = new double[3 * ATOMS];
        for (int atom = 0; atom < ATOMS; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = 1 + axis + 0.3 * atom;
            }
        }
        return Structure.free(
                Cell.orthorhombic(12, 12, 12),
                Collections.nCopies(ATOMS, Element.ofSymbol("Si").orElseThrow()),
                Positions.of(positions));
    }

    private static Evaluation springs(Structure structure) {
        double[] rest = still().positions().toArray();
        double[] at = structure.positions().toArray();
        double[] forces = new double[at.length];
        double energy = 0;
        for (int i = 0; i < at.length; i++) {
            forces[i] = -SPRING * (at[i] - rest[i]);
            energy += SPRING * (at[i] - rest[i]) * (at[i] - rest[i]) / 2;
        }
        return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
    }

    private static Evaluation nothing(Structure structure) {
        return new Evaluation(0, Forces.of(new double[3 * structure.count()]), new Stress.Tensor(0, 0, 0, 0, 0, 0));
    }

    private static Dynamics run(Structure start, DynamicsSettings settings, Potential code) {
        Dynamics dynamics = Dynamics.start(start, settings);
        while (!dynamics.isDone()) {
            dynamics = dynamics.advance(code.evaluate(dynamics.structure()));
        }
        return dynamics;
    }

    @FunctionalInterface
    private interface Potential {
        Evaluation evaluate(Structure structure);
    }

    /// The energy that an atom at a spring gets from velocities at 300 K, on average over the run: what it began with.
    private static double drift(double timestep) {
        DynamicsSettings settings =
                new DynamicsSettings(new Ensemble.ConstantEnergy(300), timestep, (int) Math.round(800 / timestep), 1);
        double began = 3 * (ATOMS - 1) * BOLTZMANN * 300 / 2;
        return Math.abs(run(still(), settings, DynamicsTest::springs).averages().energy() - began);
    }

    @Test
    void the_energy_is_held_ever_better_with_the_square_of_the_timestep() {
        double coarse = drift(4);
        double fine = drift(2);

        assertThat(coarse).isLessThan(0.02);
        assertThat(coarse / fine).isCloseTo(4, offset(0.4));
    }

    @Test
    void a_thermostat_holds_the_temperature() {
        DynamicsSettings settings = new DynamicsSettings(new Ensemble.ConstantTemperature(500, 50), 4, 60_000, 7);

        Averages averages = run(still(), settings, DynamicsTest::springs).averages();

        assertThat(averages.temperature()).isCloseTo(500, withinPercentage(1.5));
        // Equipartition: kT/2 for each of the springs, and for each velocity but those of the motion as a whole.
        double expected = (3 * ATOMS + 3 * ATOMS - 3) * BOLTZMANN * 500 / 2;
        assertThat(averages.energy()).isCloseTo(expected, withinPercentage(3));
    }

    @Test
    void the_volume_of_an_ideal_gas_is_that_of_its_law() {
        double pressure = 1e-3;
        DynamicsSettings settings = new DynamicsSettings(
                new Ensemble.ConstantPressure(new Ensemble.ConstantTemperature(600, 20), pressure, 5), 1, 400_000, 3);

        Averages averages = run(still(), settings, DynamicsTest::nothing).averages();

        assertThat(averages.volume()).isCloseTo(ATOMS * BOLTZMANN * 600 / pressure, withinPercentage(3));
    }

    @Test
    void the_same_seed_takes_the_same_way_and_another_seed_another() {
        DynamicsSettings one = new DynamicsSettings(new Ensemble.ConstantTemperature(500, 50), 2, 50, 11);
        DynamicsSettings other = new DynamicsSettings(new Ensemble.ConstantTemperature(500, 50), 2, 50, 12);

        Structure end = run(still(), one, DynamicsTest::springs).structure();

        assertThat(run(still(), one, DynamicsTest::springs).structure()).isEqualTo(end);
        assertThat(run(still(), other, DynamicsTest::springs).structure()).isNotEqualTo(end);
    }

    @Test
    void a_fixed_atom_stays_where_it_is() {
        BitSet fixed = new BitSet();
        fixed.set(3);
        Structure held = new Structure(still().cell(), still().species(), still().positions(), Constraints.of(fixed));
        DynamicsSettings settings = new DynamicsSettings(new Ensemble.ConstantTemperature(800, 20), 2, 40, 5);

        Structure end = run(held, settings, DynamicsTest::springs).structure();

        assertThat(end.positions().x(3)).isEqualTo(held.positions().x(3));
        assertThat(end.positions().x(4)).isNotEqualTo(held.positions().x(4));
    }

    @Test
    void the_atoms_do_not_move_away_as_a_whole() {
        DynamicsSettings settings = new DynamicsSettings(new Ensemble.ConstantEnergy(900), 2, 100, 5);

        double[] end = run(still(), settings, DynamicsTest::nothing)
                .structure()
                .positions()
                .toArray();

        double[] start = still().positions().toArray();
        assertThat(Arrays.stream(end).sum()).isCloseTo(Arrays.stream(start).sum(), offset(1e-9));
    }

    @Test
    void a_volume_that_changes_needs_a_code_that_tells_the_stress() {
        DynamicsSettings settings = new DynamicsSettings(
                new Ensemble.ConstantPressure(new Ensemble.ConstantTemperature(300, 20), 0, 100), 1, 1, 1);
        Dynamics dynamics = Dynamics.start(still(), settings);

        assertThatThrownBy(() -> dynamics.advance(springs(still()))).hasMessageContaining("stress");
    }
}
