package cairn.neb.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.MinimumEnergyPath.Convergence;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.PathSearch;
import cairn.neb.Potential;
import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Matrix;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaddleCheckTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();

    /// Each coordinate is a spring of its own, the first few of them upside down; one atom is held fixed.
    private static Potential springs(int negative) {
        return structure -> {
            double[] x = structure.positions().toArray();
            double[] forces = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                forces[i] = (i < negative ? 1 : -1) * (i + 1) * x[i];
            }
            return new Evaluation(0, Forces.of(forces), new Stress.NotGiven());
        };
    }

    private static Structure atoms(int count) {
        BitSet fixed = new BitSet();
        fixed.set(count - 1);
        return new Structure(
                Cell.orthorhombic(50, 50, 50),
                Collections.nCopies(count, Element.ofSymbol("H").orElseThrow()),
                Positions.of(new double[3 * count]),
                Constraints.of(fixed));
    }

    private static SaddleCheck checked(Potential potential, Structure structure) {
        SaddleCheck check = SaddleCheck.start(structure, 60);
        while (!check.isFinished()) {
            check = check.advance(potential.all(check.wanted()));
        }
        return check;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void negative_modes_are_counted(int negative) {
        SaddleCheck check = checked(springs(negative), atoms(10));
        assertThat(check.isCertain()).isTrue();
        assertThat(check.negativeModes()).isEqualTo(negative);
        assertThat(check.isSaddlePoint()).isEqualTo(negative == 1);
    }

    @Test
    void all_curvatures_of_a_small_structure_are_exact() {
        SaddleCheck check = checked(springs(1), atoms(3));
        assertThat(check.evaluations()).isEqualTo(12);
        List<Double> expected = List.of(-1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        for (int i = 0; i < 6; i++) {
            assertThat(check.curvatures().get(i)).isCloseTo(expected.get(i), within(1e-9));
        }
    }

    private static PathSearch vacancyHop() {
        Band hop = LennardJones.vacancyHop(3);
        return LENNARD_JONES.search(
                hop, new NebSettings(3, 1e-3, 0.1, Start.IDPP, Climbing.WHEN_SETTLED, Optimizer.LBFGS, 200));
    }

    @Test
    void the_saddle_of_a_vacancy_hop_has_one_negative_mode_that_of_the_whole_hessian() {
        PathSearch search = vacancyHop();
        Structure saddle = search.band().images().get(search.path().highestImage());
        SaddleCheck check = checked(LENNARD_JONES, saddle);
        assertThat(check.isSaddlePoint()).isTrue();
        assertThat(check.evaluations()).isLessThan(6 * saddle.count() / 2);
        List<Double> whole = wholeHessian(saddle);
        assertThat(whole.stream().filter(value -> value < -SaddleCheck.SOFT)).hasSize(1);
        assertThat(check.curvatures().getFirst()).isCloseTo(whole.getFirst(), within(0.01));
    }

    @Test
    void a_path_is_called_verified_only_after_a_converged_saddle() {
        PathSearch search = vacancyHop();
        assertThat(search.path().convergence()).isEqualTo(Convergence.SADDLE);
        assertThat(search.path().verified().convergence()).isEqualTo(Convergence.VERIFIED);
        assertThat(search.path().verified().barrierForward())
                .isEqualTo(search.path().barrierForward());
        assertThatThrownBy(() -> search.path().verified().verified()).hasMessageContaining("this is VERIFIED");
    }

    @Test
    void an_endpoint_of_the_hop_has_none() {
        assertThat(checked(LENNARD_JONES, LennardJones.vacancyHop(1).from()).negativeModes())
                .isZero();
    }

    private static List<Double> wholeHessian(Structure structure) {
        int size = 3 * structure.count();
        double[] hessian = new double[size * size];
        for (int i = 0; i < size; i++) {
            double[] forward = pushed(structure, i, 1e-3);
            double[] back = pushed(structure, i, -1e-3);
            for (int j = 0; j < size; j++) {
                hessian[i * size + j] = (back[j] - forward[j]) / 2e-3;
            }
        }
        return Arrays.stream(
                        Algebra.java().eigensystem(Matrix.square(size, hessian)).values())
                .boxed()
                .toList();
    }

    private static double[] pushed(Structure structure, int component, double step) {
        double[] positions = structure.positions().toArray();
        positions[component] += step;
        return LENNARD_JONES
                .at(structure.withPositions(Positions.of(positions)))
                .forces()
                .toArray();
    }

    @Test
    void a_check_that_runs_out_of_products_is_not_certain_and_calls_nothing_a_saddle() {
        SaddleCheck check = SaddleCheck.start(atoms(10), 2);
        while (!check.isFinished()) {
            check = check.advance(springs(1).all(check.wanted()));
        }
        assertThat(check.isCertain()).isFalse();
        assertThat(check.isSaddlePoint()).isFalse();
    }

    /// Springs between all atoms that are as long as the structure has them.
    private static Potential stiff(Structure rest) {
        return structure -> {
            double[] forces = new double[3 * structure.count()];
            double energy = 0;
            for (int i = 0; i < structure.count(); i++) {
                for (int j = 0; j < i; j++) {
                    double[] d = structure.displacement(i, j);
                    double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                    double longer = length - rest.distance(i, j);
                    energy += longer * longer / 2;
                    for (int axis = 0; axis < 3; axis++) {
                        forces[3 * i + axis] += longer * d[axis] / length;
                        forces[3 * j + axis] -= longer * d[axis] / length;
                    }
                }
            }
            return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
        };
    }

    @Test
    void a_molecule_may_turn_and_a_crystal_may_not() {
        List<Element> hydrogen = Collections.nCopies(4, Element.ofSymbol("H").orElseThrow());
        Positions tetrahedron = Positions.of(1, 1, 1, 1, 2, 2, 2, 1, 2, 2, 2, 1);
        Structure alone = Structure.free(Cell.orthorhombic(20, 20, 20), hydrogen, tetrahedron);
        SaddleCheck molecule = checked(stiff(alone), alone);
        assertThat(molecule.curvatures()).allMatch(value -> value > 0.5);
        Structure crowded = Structure.free(Cell.orthorhombic(3, 3, 3), hydrogen, tetrahedron);
        assertThat(Motions.of(alone).dimension()).isEqualTo(6);
        assertThat(Motions.of(crowded).dimension()).isEqualTo(9);
    }

    @Test
    void modes_are_directions_of_length_one_with_the_curvatures_found() {
        SaddleCheck check = checked(springs(1), atoms(3));
        Mode lowest = check.modes(2).getFirst();
        assertThat(lowest.curvature()).isCloseTo(-1, within(1e-9));
        assertThat(Math.abs(lowest.direction().get(0))).isCloseTo(1, within(1e-9));
        assertThat(check.modes(2)).hasSize(2);
    }

    @Test
    void a_structure_without_a_free_atom_is_refused() {
        assertThatThrownBy(() -> SaddleCheck.start(atoms(1), 9)).hasMessageContaining("held fixed");
    }
}
