package cairn.structure.distance;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void a_single_atom_is_closest_to_its_own_image() {
        Structure lone = Structure.free(
                Cell.of(1, 0, 0, 0.5, 10, 0, 7.5, 10, 0.2), List.of(element("Li")), Positions.of(0, 0, 0));

        Contact contact = Neighbours.closest(lone);

        assertThat(contact.one()).isEqualTo(contact.other());
        assertThat(contact.distanceAng()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void the_densest_packing_reaches_the_bound_and_is_still_found() {
        assertThat(Neighbours.closest(crystal("Al")).distanceAng()).isCloseTo(4.0495 / Math.sqrt(2), within(1e-12));
        assertThat(Neighbours.closest(crystal("Al").supercell(3, 3, 3)).distanceAng())
                .isCloseTo(4.0495 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void pairs_are_the_same_as_by_trying_every_image() {
        Random random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            Structure structure = scattered(random, 12);
            List<Double> found = new ArrayList<>();
            Neighbours.within(structure, 4, (_, _, distance) -> found.add(distance));

            List<Double> expected = byBruteForce(structure, 4);
            Collections.sort(found);

            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-9));
            }
        }
    }

    @Test
    void a_silicon_atom_has_four_bonds() {
        int[] bonds = {0};

        Neighbours.within(crystal("Si").supercell(2, 2, 2), 2.5, (_, _, _) -> bonds[0]++);

        assertThat(bonds[0]).isEqualTo(64 * 4 / 2);
    }

    @Test
    void a_crystal_of_a_hundred_thousand_atoms_is_searched_by_cells() {
        Structure large = crystal("Si").supercell(24, 24, 22);
        assertThat(large.count()).isGreaterThan(100_000);
        long[] pairs = {0};

        Neighbours.within(large, 2.5, (_, _, _) -> pairs[0]++);

        assertThat(pairs[0]).isEqualTo(2L * large.count());
        assertThat(Neighbours.closest(large).distanceAng()).isCloseTo(Math.sqrt(3) / 4 * 5.43102, within(1e-9));
    }

    @Test
    void atoms_too_close_for_their_radii_are_named_closest_first() {
        Structure crowded = crystal("Si")
                .inserted(element("Li"), new Fraction(0.05, 0.05, 0.05))
                .inserted(element("Li"), new Fraction(0.45, 0.55, 0.5));

        List<Contact> contacts = Neighbours.shorterThan(0.7, crowded);

        assertThat(contacts)
                .isNotEmpty()
                .allSatisfy(contact -> assertThat(contact.other()).isGreaterThanOrEqualTo(8));
        assertThat(contacts.getFirst().one()).isEqualTo(0);
        assertThat(contacts.getFirst().other()).isEqualTo(8);
        assertThat(contacts.getFirst().distanceAng()).isCloseTo(0.05 * Math.sqrt(3) * 5.43102, within(1e-9));
        assertThat(Neighbours.shorterThan(0.7, crystal("Si"))).isEmpty();
    }

    @Test
    void a_structure_without_atoms_has_no_closest_pair() {
        Structure empty = Structure.free(Cell.orthorhombic(1, 1, 1), List.of(), Positions.of());

        assertThatThrownBy(() -> Neighbours.closest(empty)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Structure scattered(Random random, int count) {
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = (i % 4 == 0 ? 4 + 6 * random.nextDouble() : 0) + 4 * random.nextDouble() - 2;
        }
        double[] positions = random.doubles(3L * count, -20, 20).toArray();
        return Structure.free(Cell.of(rows), Collections.nCopies(count, element("Li")), Positions.of(positions));
    }

    private static List<Double> byBruteForce(Structure structure, double cutoff) {
        Structure inside = structure.wrapped();
        List<Double> distances = new ArrayList<>();
        for (int one = 0; one < inside.count(); one++) {
            for (int other = one; other < inside.count(); other++) {
                addImages(inside, one, other, cutoff, distances);
            }
        }
        Collections.sort(distances);
        return distances;
    }

    private static void addImages(Structure inside, int one, int other, double cutoff, List<Double> distances) {
        Positions at = inside.positions();
        for (int a = -6; a <= 6; a++) {
            for (int b = -6; b <= 6; b++) {
                for (int c = -6; c <= 6; c++) {
                    double[] shift = inside.cell().cartesian(a, b, c);
                    double dx = at.x(other) - at.x(one) + shift[0];
                    double dy = at.y(other) - at.y(one) + shift[1];
                    double dz = at.z(other) - at.z(one) + shift[2];
                    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
                    boolean itself = one == other && a == 0 && b == 0 && c == 0;
                    if (distance <= cutoff && !itself) {
                        distances.add(distance);
                    }
                }
            }
        }
    }
}
