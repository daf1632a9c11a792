package cairn.neb.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.LennardJones;
import cairn.neb.coordinates.Deformation;
import cairn.neb.coordinates.Matrix;
import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelaxationTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();
    private static final RelaxSettings CELL_FREE = new RelaxSettings(true, 1e-3, 1e-5, 100);
    private static final RelaxSettings CELL_FIXED = new RelaxSettings(false, 1e-3, 1e-5, 100);

    private static Relaxation run(Structure structure, RelaxSettings settings) {
        Relaxation relaxation = Relaxation.start(structure, settings);
        while (!relaxation.isConverged() && !relaxation.isExhausted()) {
            relaxation = relaxation.advance(LENNARD_JONES.at(relaxation.structure()));
        }
        return relaxation;
    }

    private static Structure sheared(Structure structure) {
        Matrix shear = Matrix.of(1.04, 0.03, -0.02, 0.03, 0.97, 0.01, -0.02, 0.01, 1.02);
        return structure.withCell(
                Cell.of(shear.appliedToEach(structure.cell().toArray())),
                Positions.of(shear.appliedToEach(structure.positions().toArray())));
    }

    @Test
    void a_rattled_crystal_in_a_sheared_cell_relaxes_to_the_perfect_crystal() {
        Relaxation perfect = run(LennardJones.fcc(3.9, 1), CELL_FREE);
        Relaxation relaxed = run(LennardJones.rattled(sheared(LennardJones.fcc(3.9, 1)), 0.05, 3), CELL_FREE);
        assertThat(relaxed.isConverged()).isTrue();
        assertThat(relaxed.fmax()).isLessThan(1e-3);
        assertThat(relaxed.stressMax()).isLessThan(1e-5);
        assertThat(relaxed.evaluation().energyEv())
                .isCloseTo(perfect.evaluation().energyEv(), within(1e-5));
        assertThat(relaxed.structure().cell().volume())
                .isCloseTo(perfect.structure().cell().volume(), within(1e-2));
        assertThat(relaxed.steps()).isLessThan(40);
    }

    @Test
    void a_perfect_crystal_keeps_its_symmetry() {
        Relaxation relaxed = run(LennardJones.fcc(4.1, 1), CELL_FREE);
        Cell cell = relaxed.structure().cell();
        for (int vector = 0; vector < 3; vector++) {
            assertThat(cell.length(vector)).isCloseTo(cell.length(0), within(1e-12));
            assertThat(cell.angleDegrees(vector, (vector + 1) % 3)).isCloseTo(90, within(1e-10));
        }
        Structure ideal = LennardJones.fcc(cell.length(0), 1);
        assertThat(relaxed.structure().positions().toArray())
                .containsExactly(ideal.positions().toArray(), within(1e-12));
    }

    @Test
    void the_generalised_force_is_the_gradient_of_the_energy() {
        Structure structure = LennardJones.rattled(sheared(LennardJones.fcc(3.9, 1)), 0.05, 5);
        Deformation deformation = new Deformation(structure, true);
        // A point with strain: symmetric, as the search keeps it.
        double[] components = deformation.start().toArray();
        double[] strain = {0.2, 0.1, -0.05, 0.1, -0.1, 0.07, -0.05, 0.07, 0.15};
        System.arraycopy(strain, 0, components, 12, 9);
        Vector point = Vector.of(components);
        Vector force = deformation.force(point, LENNARD_JONES.at(deformation.at(point)));
        Vector direction = Vector.joined(List.of(
                Vector.of(.3, -.1, .2, .5, .1, -.7, .2, .2, .1, -.4, .6, .3),
                Vector.of(.4, .2, .1, .2, -.3, .25, .1, .25, .35)));
        double h = 1e-5;
        double slope = (energy(deformation, point.plus(h, direction)) - energy(deformation, point.plus(-h, direction)))
                / (2 * h);
        assertThat(-force.dot(direction)).isCloseTo(slope, within(1e-6));
    }

    private static double energy(Deformation deformation, Vector point) {
        return LENNARD_JONES.at(deformation.at(point)).energyEv();
    }

    @Test
    void fixed_atoms_do_not_move_in_a_fixed_cell() {
        BitSet fixed = new BitSet();
        fixed.set(1, 3);
        Structure free = LennardJones.rattled(LennardJones.fcc(3.9, 1), 0.1, 11);
        Structure start = new Structure(free.cell(), free.species(), free.positions(), Constraints.of(fixed));
        Relaxation relaxed = run(start, CELL_FIXED);
        assertThat(relaxed.isConverged()).isTrue();
        double[] before = start.positions().toArray();
        double[] after = relaxed.structure().positions().toArray();
        for (int i = 3; i < 9; i++) {
            assertThat(after[i]).isEqualTo(before[i]);
        }
        assertThat(after[0]).isNotEqualTo(before[0]);
    }

    @Test
    void the_energy_of_what_is_kept_never_rises() {
        Relaxation relaxation = Relaxation.start(LennardJones.rattled(LennardJones.fcc(3.6, 1), 0.3, 2), CELL_FIXED);
        double lowest = Double.POSITIVE_INFINITY;
        while (!relaxation.isConverged() && !relaxation.isExhausted()) {
            relaxation = relaxation.advance(LENNARD_JONES.at(relaxation.structure()));
            assertThat(relaxation.evaluation().energyEv()).isLessThanOrEqualTo(lowest + 4e-5);
            lowest = relaxation.evaluation().energyEv();
        }
        assertThat(relaxation.isConverged()).isTrue();
    }

    @Test
    void a_free_cell_needs_a_stress_and_says_so() {
        Structure structure = LennardJones.fcc(3.9, 1);
        Evaluation withStress = LENNARD_JONES.at(structure);
        Evaluation without = new Evaluation(withStress.energyEv(), withStress.forces(), new Stress.NotGiven());
        assertThatThrownBy(() -> Relaxation.start(structure, CELL_FREE).advance(without))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the cell is free, but the calculation gave no stress");
    }

    @Test
    void the_steps_allowed_are_a_limit() {
        Relaxation cut =
                run(LennardJones.rattled(LennardJones.fcc(3.9, 1), 0.1, 4), new RelaxSettings(true, 1e-9, 1e-9, 3));
        assertThat(cut.isExhausted()).isTrue();
        assertThat(cut.steps()).isEqualTo(3);
        assertThat(cut.fmax()).isFinite();
    }
}
