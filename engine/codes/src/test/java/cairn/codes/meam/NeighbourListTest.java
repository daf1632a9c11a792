package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import org.junit.jupiter.api.Test;

class NeighbourListTest {
    private static final Cell SKEWED = Cell.of(3.1, 0, 0, 2.7, 2.9, 0, -1.4, 2.2, 3.3);
    private static final double[] POSITIONS = {0.1, 0.2, 0.3, 1.5, 2.6, 1.1, -4, 7, 9};
    private static final double REACH = 6;

    @Test
    void it_finds_every_image_within_reach_of_a_small_skewed_cell() {
        NeighbourList list = NeighbourList.of(SKEWED, POSITIONS, REACH, 0);
        for (int atom = 0; atom < 3; atom++) {
            assertThat(list.start[atom + 1] - list.start[atom]).isEqualTo(countedByBruteForce(atom));
        }
    }

    @Test
    void half_of_the_entries_are_forward() {
        NeighbourList list = NeighbourList.of(SKEWED, POSITIONS, REACH, 0);
        int forward = 0;
        for (int entry = 0; entry < list.start[3]; entry++) {
            forward += list.forward[entry] ? 1 : 0;
        }
        assertThat(2 * forward).isEqualTo(list.start[3]);
    }

    @Test
    void it_serves_until_an_atom_has_moved_by_half_the_skin() {
        NeighbourList list = NeighbourList.of(SKEWED, POSITIONS, REACH, 0.6);
        assertThat(list.isGoodFor(SKEWED, moved(0.29))).isTrue();
        assertThat(list.isGoodFor(SKEWED, moved(0.31))).isFalse();
    }

    @Test
    void it_serves_one_cell_only() {
        NeighbourList list = NeighbourList.of(SKEWED, POSITIONS, REACH, 0.6);
        assertThat(list.isGoodFor(Cell.orthorhombic(3, 3, 3), POSITIONS)).isFalse();
    }

    @Test
    void surroundings_show_the_nearest_neighbours_first_and_nothing_of_the_skin() {
        Surroundings around = new Surroundings(REACH);
        around.update(NeighbourList.of(SKEWED, POSITIONS, REACH, 2), POSITIONS, new int[3]);
        assertThat(around.start[3]).isEqualTo(NeighbourList.of(SKEWED, POSITIONS, REACH, 0).start[3]);
        for (int entry = 1; entry < around.start[1]; entry++) {
            assertThat(around.squared[entry]).isBetween(around.squared[entry - 1], REACH * REACH);
        }
        assertThat(around.smallestDistance()).isCloseTo(Math.sqrt(around.squared[0]), within(1e-12));
    }

    private static double[] moved(double distance) {
        double[] positions = POSITIONS.clone();
        positions[4] += distance;
        return positions;
    }

    private static int countedByBruteForce(int atom) {
        int count = 0;
        for (int other = 0; other < 3; other++) {
            for (int image = 0; image < 41 * 41 * 41; image++) {
                double[] shift = SKEWED.cartesian(image % 41 - 20, image / 41 % 41 - 20, image / 1681 - 20);
                double squared = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double d = POSITIONS[3 * other + axis] + shift[axis] - POSITIONS[3 * atom + axis];
                    squared += d * d;
                }
                count += squared > 1e-12 && squared < REACH * REACH ? 1 : 0;
            }
        }
        return count;
    }
}
