package cairn.structure.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestVoidTest {
    private static final Element SILICON = Element.ofSymbol("Si").orElseThrow();

    private static Structure atoms(Cell cell, double... fractions) {
        double[] positions = new double[fractions.length];
        for (int atom = 0; atom < fractions.length / 3; atom++) {
            double[] at = cell.cartesian(fractions[3 * atom], fractions[3 * atom + 1], fractions[3 * atom + 2]);
            System.arraycopy(at, 0, positions, 3 * atom, 3);
        }
        List<Element> species = Collections.nCopies(fractions.length / 3, SILICON);
        return Structure.free(cell, species, Positions.of(positions));
    }

    private static Structure silicon(double a) {
        return atoms(Cell.of(0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0), 0, 0, 0, 0.25, 0.25, 0.25);
    }

    @Test
    void of_silicon_it_is_the_tetrahedral_site() {
        LargestVoid found = LargestVoid.in(silicon(5.431));

        assertThat(found.radiusAng()).isCloseTo(Math.sqrt(3) / 4 * 5.431, within(1e-4));
    }

    @Test
    void of_an_fcc_metal_it_is_the_octahedral_site() {
        double a = 4.05;
        LargestVoid found = LargestVoid.in(atoms(Cell.of(0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0), 0, 0, 0));

        assertThat(found.radiusAng()).isCloseTo(a / 2, within(1e-4));
        assertThat(found.at().a()).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void of_a_bcc_metal_it_is_half_way_between_face_and_edge() {
        LargestVoid found = LargestVoid.in(atoms(Cell.orthorhombic(3.44, 3.44, 3.44), 0, 0, 0, 0.5, 0.5, 0.5));

        assertThat(found.radiusAng()).isCloseTo(Math.sqrt(5) / 4 * 3.44, within(1e-4));
    }

    @Test
    void the_way_a_lattice_is_described_does_not_matter() {
        Structure skewed =
                atoms(Cell.of(0, 2.7155, 2.7155, 2.7155, 5.431, 8.1465, 2.7155, 2.7155, 0), 0, 0, 0, -0.25, 0.25, 0.25);

        assertThat(LargestVoid.in(skewed).radiusAng()).isCloseTo(Math.sqrt(3) / 4 * 5.431, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nowhere_in_a_disordered_structure_is_there_more_room(long seed) {
        Random random = new Random(seed);
        Cell cell = Cell.of(9, 0, 0, 2, 8, 0, -1, 3, 10);
        Structure disordered = atoms(
                cell, DoubleStream.generate(random::nextDouble).limit(3 * 40).toArray());

        LargestVoid found = LargestVoid.in(disordered);

        Structure probed = disordered.inserted(SILICON, found.at());
        assertThat(closest(probed)).isCloseTo(found.radiusAng(), within(1e-6));
        for (int probe = 0; probe < 20_000; probe++) {
            double[] at = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            Structure elsewhere = disordered.inserted(SILICON, new Fraction(at[0], at[1], at[2]));
            assertThat(closest(elsewhere)).isLessThan(found.radiusAng() + 1e-3);
        }
    }

    private static double closest(Structure probed) {
        int probe = probed.count() - 1;
        double closest = Double.POSITIVE_INFINITY;
        for (int atom = 0; atom < probe; atom++) {
            closest = Math.min(closest, probed.distance(probe, atom));
        }
        return closest;
    }

    @Test
    void a_lone_atom_in_a_large_box_leaves_its_corner_opposite() {
        LargestVoid found = LargestVoid.in(atoms(Cell.orthorhombic(20, 20, 20), 0, 0, 0));

        assertThat(found.radiusAng()).isCloseTo(10 * Math.sqrt(3), within(1e-4));
    }

    @Test
    void nothing_is_no_structure_to_look_into() {
        Structure empty = atoms(Cell.orthorhombic(5, 5, 5));

        assertThatThrownBy(() -> LargestVoid.in(empty)).hasMessageContaining("without atoms");
    }
}
