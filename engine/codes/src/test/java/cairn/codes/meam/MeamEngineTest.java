package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.EngineFailure;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeamEngineTest {
    private static final MeamPotential POTENTIAL = MeamPotential.of(MeamParameters.lithiumSilicon());
    private static final Element SI = new Element(14, "Si");
    private static final Element LI = new Element(3, "Li");

    /// Lattice constant and energy as relaxed by LAMMPS with the KIM model, 2026-11.
    @Test
    void silicon_has_its_lattice_constant_and_cohesive_energy() {
        Evaluation silicon = evaluate(diamond(5.4223));
        assertThat(silicon.energyEv() / 8).isCloseTo(-4.628760, within(1e-6));
        assertThat(tensor(silicon).xx()).isCloseTo(0, within(1e-5));
    }

    @Test
    void lithium_has_its_lattice_constant_and_cohesive_energy() {
        double a = 3.4523;
        Structure lithium =
                Structure.free(Cell.orthorhombic(a, a, a), List.of(LI, LI), Positions.of(0, 0, 0, a / 2, a / 2, a / 2));
        assertThat(evaluate(lithium).energyEv() / 2).isCloseTo(-1.647298, within(1e-6));
        assertThat(tensor(evaluate(lithium)).zz()).isCloseTo(0, within(1e-5));
    }

    @Test
    void a_primitive_skewed_cell_far_smaller_than_the_cutoff_gives_the_same_crystal() {
        double h = 5.4223 / 2;
        Structure primitive = Structure.free(
                Cell.of(0, h, h, h, 0, h, 0, 3 * h, h), List.of(SI, SI), Positions.of(0, 0, 0, h / 2, h / 2, h / 2));
        assertThat(evaluate(primitive).energyEv() / 2)
                .isCloseTo(evaluate(diamond(5.4223)).energyEv() / 8, within(1e-12));
    }

    @Test
    void forces_are_minus_the_gradient_of_the_energy() {
        Structure structure = frozen("LiSi-3");
        double[] forces = evaluate(structure).forces().toArray();
        MeamEngine engine = new MeamEngine(POTENTIAL, "test");
        double step = 1e-4;
        for (int component = 0; component < forces.length; component++) {
            double up = engine.evaluate(shifted(structure, component, step)).energyEv();
            double down = engine.evaluate(shifted(structure, component, -step)).energyEv();
            assertThat(forces[component]).isCloseTo((down - up) / (2 * step), within(1e-6));
        }
    }

    @Test
    void stress_is_the_strain_derivative_of_the_energy_per_volume() {
        Structure structure = frozen("Li13Si4-2");
        Stress.Tensor stress = tensor(evaluate(structure));
        assertThat(stress.xx()).isCloseTo(strainDerivative(structure, 0, 0), within(1e-8));
        assertThat(stress.yy()).isCloseTo(strainDerivative(structure, 1, 1), within(1e-8));
        assertThat(stress.zz()).isCloseTo(strainDerivative(structure, 2, 2), within(1e-8));
        assertThat(stress.yz()).isCloseTo(strainDerivative(structure, 1, 2), within(1e-8));
        assertThat(stress.xz()).isCloseTo(strainDerivative(structure, 0, 2), within(1e-8));
        assertThat(stress.xy()).isCloseTo(strainDerivative(structure, 0, 1), within(1e-8));
    }

    @Test
    void forces_add_up_to_nothing() {
        double[] forces = evaluate(frozen("Li13Si4-2")).forces().toArray();
        double[] sum = new double[3];
        for (int n = 0; n < forces.length; n++) {
            sum[n % 3] += forces[n];
        }
        assertThat(sum).containsExactly(new double[3], within(1e-11));
    }

    @Test
    void a_structure_gives_the_same_bits_whatever_was_computed_before() {
        Structure structure = frozen("LiSi-3");
        Evaluation fresh = evaluate(structure);
        MeamEngine used = new MeamEngine(POTENTIAL, "test");
        Random random = new Random(20121);
        for (int round = 0; round < 40; round++) {
            // From steps that keep the list of neighbours to steps that need another.
            double step = 0.02 * (round + 1);
            used.evaluate(rattled(structure, step, random));
            assertThat(used.evaluate(structure)).isEqualTo(fresh);
        }
        used.evaluate(frozen("Li13Si4-2"));
        assertThat(used.evaluate(structure)).isEqualTo(fresh);
    }

    @Test
    void atoms_may_lie_in_any_image_of_the_cell() {
        Structure structure = frozen("LiSi-3");
        double[] moved = structure.positions().toArray();
        for (int axis = 0; axis < 3; axis++) {
            moved[axis] +=
                    2 * structure.cell().component(0, axis) - structure.cell().component(2, axis);
        }
        Evaluation wrapped = evaluate(structure.withPositions(Positions.of(moved)));
        Evaluation home = evaluate(structure);
        assertThat(wrapped.energyEv()).isCloseTo(home.energyEv(), within(1e-10));
        assertThat(wrapped.forces().toArray()).containsExactly(home.forces().toArray(), within(1e-10));
    }

    @Test
    void an_atom_on_the_very_edge_of_full_screening_gives_finite_forces() {
        // C = 4 h^2 / q = Cmin = 0.31 on the perpendicular bisector of two lithium atoms 3 Angstrom apart.
        double height = 1.5 * Math.sqrt(0.31);
        for (int ulps = -20; ulps <= 20; ulps++) {
            Positions positions = Positions.of(5, 5, 5, 8, 5, 5, 6.5, 5 + height + ulps * Math.ulp(height), 5);
            Structure edge = Structure.free(Cell.orthorhombic(20, 20, 20), List.of(LI, LI, LI), positions);
            assertThat(evaluate(edge).forces().fmax()).isBetween(0.0, 10.0);
        }
    }

    @Test
    void an_atom_alone_has_no_energy() {
        Structure alone = Structure.free(Cell.orthorhombic(20, 20, 20), List.of(LI), Positions.of(1, 2, 3));
        Evaluation evaluation = evaluate(alone);
        assertThat(evaluation.energyEv()).isZero();
        assertThat(evaluation.forces().toArray()).containsExactly(0, 0, 0);
    }

    @Test
    void overlapping_atoms_are_an_engine_failure() {
        Structure overlap =
                Structure.free(Cell.orthorhombic(9, 9, 9), List.of(LI, SI), Positions.of(0.1, 0, 0, 8.6, 0, 0));
        assertThatThrownBy(() -> evaluate(overlap))
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        failure -> assertThat(failure.error().signature()).isEqualTo("meam-lisi/overlapping-atoms"))
                .hasMessage("two atoms are only 0.50 Angstrom apart; below 1.0 Angstrom the potential means nothing");
    }

    @Test
    void an_unknown_element_is_an_engine_failure() {
        Structure carbon =
                Structure.free(Cell.orthorhombic(9, 9, 9), List.of(new Element(6, "C")), Positions.of(0, 0, 0));
        assertThatThrownBy(() -> evaluate(carbon))
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        failure -> assertThat(failure.error().signature()).isEqualTo("meam-lisi/unknown-element"));
    }

    private static Evaluation evaluate(Structure structure) {
        try (MeamEngine engine = new MeamEngine(POTENTIAL, "test")) {
            return engine.evaluate(structure);
        }
    }

    private static Stress.Tensor tensor(Evaluation evaluation) {
        return (Stress.Tensor) evaluation.stress();
    }

    private static Structure frozen(String name) {
        return ReferenceFile.references(ReferenceFile.lines("meam-frozen.txt")).stream()
                .filter(reference -> reference.name().equals(name))
                .findFirst()
                .orElseThrow()
                .structure();
    }

    private static Structure diamond(double a) {
        double[] face = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
        double[] positions = new double[24];
        List<Element> species = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            positions[n] = a * (face[n % 12] + (n < 12 ? 0 : 0.25));
        }
        for (int atom = 0; atom < 8; atom++) {
            species.add(SI);
        }
        return Structure.free(Cell.orthorhombic(a, a, a), species, Positions.of(positions));
    }

    private static Structure shifted(Structure structure, int component, double step) {
        double[] positions = structure.positions().toArray();
        positions[component] += step;
        return structure.withPositions(Positions.of(positions));
    }

    private static Structure rattled(Structure structure, double step, Random random) {
        double[] positions = structure.positions().toArray();
        for (int n = 0; n < positions.length; n++) {
            positions[n] += step * random.nextDouble(-1, 1);
        }
        return structure.withPositions(Positions.of(positions));
    }

    /// (1/V) dE/d(strain) by a central difference.
    private static double strainDerivative(Structure structure, int one, int other) {
        double step = 1e-5;
        double up = evaluate(strained(structure, one, other, step)).energyEv();
        double down = evaluate(strained(structure, one, other, -step)).energyEv();
        return (up - down) / (2 * step * structure.cell().volume());
    }

    private static Structure strained(Structure structure, int one, int other, double strain) {
        double[] rows = structure.cell().toArray();
        double[] positions = structure.positions().toArray();
        strain(rows, one, other, strain);
        strain(positions, one, other, strain);
        return structure.withCell(Cell.of(rows), Positions.of(positions));
    }

    private static void strain(double[] vectors, int one, int other, double strain) {
        for (int n = 0; n < vectors.length; n += 3) {
            vectors[n + one] += strain * vectors[n + other];
        }
    }
}
