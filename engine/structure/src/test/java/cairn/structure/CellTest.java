package cairn.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void lengths_and_angles_make_the_cell_and_come_back() {
        LatticeParameters given = new LatticeParameters(4.3, 5.7, 8.1, 71, 83, 109);

        LatticeParameters back = Cell.of(given).parameters();

        assertThat(back.aAng()).isCloseTo(4.3, within(1e-12));
        assertThat(back.bAng()).isCloseTo(5.7, within(1e-12));
        assertThat(back.cAng()).isCloseTo(8.1, within(1e-12));
        assertThat(back.alphaDegrees()).isCloseTo(71, within(1e-12));
        assertThat(back.betaDegrees()).isCloseTo(83, within(1e-12));
        assertThat(back.gammaDegrees()).isCloseTo(109, within(1e-12));
    }

    @Test
    void right_angles_make_an_exactly_rectangular_cell() {
        assertThat(Cell.of(new LatticeParameters(2, 3, 4, 90, 90, 90))).isEqualTo(Cell.orthorhombic(2, 3, 4));
    }

    @Test
    void angles_that_no_cell_has_are_refused() {
        assertThatThrownBy(() -> Cell.of(new LatticeParameters(2, 3, 4, 30, 30, 90)))
                .hasMessageContaining("no cell has the angles");
        assertThatThrownBy(() -> new LatticeParameters(2, 3, 4, 90, 180, 90)).hasMessageContaining("between 0 and 180");
        assertThatThrownBy(() -> new LatticeParameters(2, -3, 4, 90, 90, 90)).hasMessageContaining("positive");
    }

    @Test
    void rounding_fractions_would_miss_the_minimum_image_of_a_skewed_cell() {
        Cell sheared = Cell.of(1, 0, 0, 5.4, 1, 0, 0, 0, 10);

        // Half of b: its fraction is not rounded away, though b - 5 a is much shorter.
        double[] image = sheared.minimumImage(2.7, 0.5, 0);

        assertThat(Math.hypot(image[0], image[1])).isCloseTo(Math.hypot(0.3, 0.5), within(1e-12));
    }

    @Test
    void the_minimum_image_is_the_shortest_of_all_images_of_random_skewed_cells() {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            Cell cell = skewed(random);
            double[] displacement = {10 * random.nextGaussian(), 10 * random.nextGaussian(), 10 * random.nextGaussian()
            };

            double[] image = cell.minimumImage(displacement);

            assertThat(norm(image)).isCloseTo(shortestByBruteForce(cell, displacement), within(1e-9));
            assertThat(isLatticeVector(cell, displacement, image)).isTrue();
        }
    }

    @Test
    void the_shortest_lattice_vector_may_be_a_combination_of_the_given_ones() {
        assertThat(Cell.of(1, 0, 0, 0.5, 10, 0, 7.5, 10, 0.2).shortestLatticeVector())
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void fractions_and_cartesian_coordinates_are_each_others_inverse() {
        Cell cell = Cell.of(new LatticeParameters(4.3, 5.7, 8.1, 71, 83, 109));

        Fraction back = cell.fraction(cell.cartesian(new Fraction(0.1, -2.3, 0.7)));

        assertThat(new double[] {back.a(), back.b(), back.c()})
                .containsExactly(new double[] {0.1, -2.3, 0.7}, within(1e-14));
    }

    @Test
    void a_left_handed_cell_knows_that_it_is() {
        assertThat(Cell.of(0, 1, 0, 1, 0, 0, 0, 0, 1).isRightHanded()).isFalse();
        assertThat(Cell.orthorhombic(1, 2, 3).isRightHanded()).isTrue();
    }

    /// A cell of moderate shape, given by a basis that is not: multiples of a and b are added to b and c.
    private static Cell skewed(Random random) {
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = (i % 4 == 0 ? 4 : 0) + random.nextDouble();
        }
        int ab = random.nextInt(-2, 3);
        int ac = random.nextInt(-2, 3);
        for (int axis = 0; axis < 3; axis++) {
            rows[3 + axis] += ab * rows[axis];
            rows[6 + axis] += ac * rows[axis] + rows[3 + axis];
        }
        return Cell.of(rows);
    }

    private static double shortestByBruteForce(Cell cell, double[] displacement) {
        double[] near = cell.cartesian(wrapped(cell.fractional(displacement)));
        double shortest = Double.POSITIVE_INFINITY;
        for (int a = -12; a <= 12; a++) {
            for (int b = -7; b <= 7; b++) {
                for (int c = -3; c <= 3; c++) {
                    double[] shift = cell.cartesian(a, b, c);
                    shortest = Math.min(
                            shortest, norm(new double[] {near[0] + shift[0], near[1] + shift[1], near[2] + shift[2]}));
                }
            }
        }
        return shortest;
    }

    private static double[] wrapped(double[] fraction) {
        return new double[] {Fraction.wrap(fraction[0]), Fraction.wrap(fraction[1]), Fraction.wrap(fraction[2])};
    }

    private static boolean isLatticeVector(Cell cell, double[] one, double[] other) {
        double[] steps = cell.fractional(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
        return Math.abs(steps[0] - Math.rint(steps[0])) < 1e-9
                && Math.abs(steps[1] - Math.rint(steps[1])) < 1e-9
                && Math.abs(steps[2] - Math.rint(steps[2])) < 1e-9;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
