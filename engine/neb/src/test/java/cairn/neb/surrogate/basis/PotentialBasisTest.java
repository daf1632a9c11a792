package cairn.neb.surrogate.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.surrogate.process.Rows;
import cairn.neb.surrogate.process.Value;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PotentialBasisTest {
    private static final double STEP = 1e-4;

    static Stream<Structure> mixtures() {
        return Stream.of(
                Mixtures.skewed(1, "Cu"),
                Mixtures.skewed(2, "Cu", "O"),
                Mixtures.skewed(3, "Cu", "O", "Au"),
                Mixtures.cluster(4, "Pt", "C"));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void the_gradient_of_every_function_is_its_slope(Structure structure) {
        PotentialBasis basis = Mixtures.basis(structure);
        double[] positions = Mixtures.positions(structure);
        double[][] gradients = gradients(basis, positions);
        assertThat(gradients).hasDimensions(basis.size(), basis.sites.dimension());
        for (int i = 0; i < basis.sites.dimension(); i++) {
            double[] slopes = slopes(basis, positions, component(basis, i));
            for (int f = 0; f < basis.size(); f++) {
                assertThat(gradients[f][i])
                        .as("function %d, component %d", f, i)
                        .isCloseTo(slopes[f], within(2e-6 * Math.max(1, Math.abs(slopes[f]))));
            }
        }
    }

    private static double[] values(PotentialBasis basis, double[] positions) {
        return basis.values(basis.around(positions));
    }

    private static double[][] gradients(PotentialBasis basis, double[] positions) {
        return BasisGradients.at(basis, basis.around(positions));
    }

    /// Which of all components the free component i is.
    private static int component(PotentialBasis basis, int i) {
        return 3 * basis.sites.movers[i / 3] + i % 3;
    }

    private static double[] slopes(PotentialBasis basis, double[] positions, int component) {
        double[] forward = values(basis, moved(positions, component, STEP));
        double[] back = values(basis, moved(positions, component, -STEP));
        double[] slopes = Rows.difference(forward, back);
        Arrays.setAll(slopes, f -> slopes[f] / (2 * STEP));
        return slopes;
    }

    private static double[] moved(double[] positions, int component, double step) {
        double[] moved = positions.clone();
        moved[component] += step;
        return moved;
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void a_learned_potential_is_the_weighted_sum_of_the_functions(Structure structure) {
        PotentialBasis basis = Mixtures.basis(structure);
        double[] positions = Mixtures.positions(structure);
        double[] weights = new Random(5).doubles(basis.size(), -1, 1).toArray();
        double[] gradient = new double[basis.sites.dimension()];
        double[][] gradients = gradients(basis, positions);
        for (int f = 0; f < basis.size(); f++) {
            Rows.add(weights[f], gradients[f], gradient);
        }
        Value value = new LearnedPotential(basis, weights).at(basis.around(positions));
        double energy = Rows.dot(weights, values(basis, positions));
        assertThat(value.energy()).isCloseTo(energy, within(1e-11 * Math.max(1, Math.abs(energy))));
        assertClose(value.gradient(), gradient, 1e-11);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void nothing_changes_when_all_is_moved(Structure structure) {
        double[] shifted = Mixtures.positions(structure);
        Arrays.setAll(shifted, i -> shifted[i] + 0.3 * (1 + i % 3));
        Structure elsewhere = structure.withPositions(Positions.of(shifted));
        assertSameFunctions(structure, elsewhere);
    }

    @Test
    void nothing_changes_when_a_cluster_is_turned() {
        Structure cluster = Mixtures.cluster(6, "Cu", "O");
        assertSameFunctions(cluster, turned(cluster, 0.7));
    }

    /// About the axis (1, 2, 2) / 3 through the middle of the cell (Rodrigues' formula).
    private static Structure turned(Structure cluster, double angle) {
        double[] axis = {1 / 3.0, 2 / 3.0, 2 / 3.0};
        double[] all = Mixtures.positions(cluster);
        for (int atom = 0; atom < cluster.count(); atom++) {
            double[] v = {all[3 * atom] - 30, all[3 * atom + 1] - 30, all[3 * atom + 2] - 30};
            double along = Rows.dot(axis, v) * (1 - Math.cos(angle));
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3;
                int k = (i + 2) % 3;
                double cross = axis[j] * v[k] - axis[k] * v[j];
                all[3 * atom + i] = 30 + v[i] * Math.cos(angle) + cross * Math.sin(angle) + axis[i] * along;
            }
        }
        return cluster.withPositions(Positions.of(all));
    }

    @Test
    void nothing_changes_when_like_atoms_are_exchanged() {
        Structure structure = Mixtures.skewed(7, "Cu", "O");
        double[] exchanged = Mixtures.positions(structure);
        for (int axis = 0; axis < 3; axis++) {
            exchanged[6 + axis] = structure.positions().toArray()[12 + axis];
            exchanged[12 + axis] = structure.positions().toArray()[6 + axis];
        }
        assertThat(structure.species().get(2)).isEqualTo(structure.species().get(4));
        assertSameFunctions(structure, structure.withPositions(Positions.of(exchanged)));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void nothing_changes_when_an_atom_is_named_in_another_cell(Structure structure) {
        double[] elsewhere = Mixtures.positions(structure);
        double[] lattice = structure.cell().cartesian(2, -1, 1);
        for (int axis = 0; axis < 3; axis++) {
            elsewhere[9 + axis] += lattice[axis];
        }
        assertSameFunctions(structure, structure.withPositions(Positions.of(elsewhere)));
    }

    private static void assertSameFunctions(Structure one, Structure other) {
        PotentialBasis basis = Mixtures.basis(one);
        PotentialBasis otherBasis = Mixtures.basis(other);
        double[] values = values(basis, Mixtures.positions(one));
        assertClose(values(otherBasis, Mixtures.positions(other)), values, 1e-9);
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void every_function_and_its_slope_die_away_smoothly_at_the_cutoff() {
        Structure pair = pair(2.6);
        PotentialBasis basis = Mixtures.basis(pair);
        double cutoff = PairSplines.LAST * basis.sites.contactOf(0, 0);
        double[] alone = values(basis, Mixtures.positions(pair(cutoff + 1)));
        for (double inside : new double[] {1e-3, 1e-5}) {
            double[] positions = Mixtures.positions(pair(cutoff - inside));
            double[] left = Rows.difference(values(basis, positions), alone);
            double[][] slopes = gradients(basis, positions);
            for (int f = 0; f < basis.size(); f++) {
                assertThat(Math.abs(left[f])).as("function %d", f).isLessThan(10 * inside * inside);
                assertThat(Rows.largestAtomNorm(slopes[f])).as("slope %d", f).isLessThan(20 * inside);
            }
        }
    }

    @Test
    void a_lonely_atom_feels_nothing() {
        Structure pair = pair(2.6);
        PotentialBasis basis = Mixtures.basis(pair);
        double cutoff = PairSplines.LAST * basis.sites.contactOf(0, 0);
        for (double[] slope : gradients(basis, Mixtures.positions(pair(cutoff + 1e-9)))) {
            assertThat(slope).containsOnly(0);
        }
    }

    private static Structure pair(double distance) {
        Element copper = Element.ofSymbol("Cu").orElseThrow();
        return Structure.free(
                Cell.orthorhombic(60, 60, 60),
                List.of(copper, copper),
                Positions.of(30, 30, 30, 30 + distance, 30, 30));
    }

    @Test
    void neighbours_kept_from_before_give_what_new_ones_give() {
        Structure structure = Mixtures.skewed(8, "Cu", "O");
        PotentialBasis used = Mixtures.basis(structure);
        double[] positions = Mixtures.positions(structure);
        values(used, positions);
        double[] near = moved(moved(positions, 7, 0.24), 22, -0.2);
        double[] far = moved(positions, 7, 0.6);
        assertClose(values(used, near), values(Mixtures.basis(structure), near), 1e-12);
        assertClose(values(used, far), values(Mixtures.basis(structure), far), 1e-12);
    }
}
