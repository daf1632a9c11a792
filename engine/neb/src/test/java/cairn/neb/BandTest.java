package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final Cell CELL = Cell.orthorhombic(10, 10, 10);

    private static Structure atoms(double... components) {
        return LennardJones.free(CELL, components);
    }

    private static Structure withFirstFixed(Structure structure) {
        BitSet fixed = new BitSet();
        fixed.set(0);
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(fixed));
    }

    @Test
    void a_linear_band_goes_through_the_face_of_the_cell_and_is_not_wrapped() {
        Band band = Band.between(atoms(9, 5, 5), atoms(1, 5, 5), 3, NebSettings.Start.LINEAR);
        assertThat(band.images())
                .extracting(image -> image.positions().x(0))
                .containsExactly(9.0, 9.5, 10.0, 10.5, 11.0);
    }

    @Test
    void the_last_endpoint_is_kept_to_the_last_bit_unless_it_has_to_be_unwrapped() {
        Structure end = atoms(4.1, 1.0 / 3, 0.7);
        Band band = Band.between(atoms(3.9, 0.1, 0.9), end, 1, NebSettings.Start.LINEAR);
        assertThat(band.to()).isEqualTo(end);
    }

    @Test
    void how_far_all_atoms_moved_together_is_no_distance_unless_one_is_fixed() {
        Structure one = atoms(1, 1, 1, 5, 5, 5);
        Structure drifted = atoms(1.4, 1, 1, 5.6, 5, 5);
        assertThat(Band.distance(one, drifted, new Cells.Same())).isCloseTo(0.1, within(1e-12));
        assertThat(Band.distance(withFirstFixed(one), withFirstFixed(atoms(1, 1, 1, 5.6, 5, 5)), new Cells.Same()))
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void a_fixed_atom_keeps_its_very_numbers() {
        Structure from = withFirstFixed(atoms(1.1, 2.2, 3.3, 5, 5, 5));
        Structure to = withFirstFixed(atoms(1.1001, 2.2, 3.3, 6, 5, 5));
        Band band = Band.between(from, to, 3, NebSettings.Start.IDPP);
        assertThat(band.interior()).allSatisfy(image -> {
            assertThat(image.positions().x(0)).isEqualTo(1.1);
            assertThat(image.positions().y(0)).isEqualTo(2.2);
            assertThat(image.positions().z(0)).isEqualTo(3.3);
        });
    }

    @Test
    void endpoints_that_do_not_belong_together_are_refused_in_words() {
        Structure from = atoms(0, 0, 0, 3, 0, 0);
        assertRefused(from, atoms(0, 0, 0), "image 2 has 1 atoms, the first image 2");
        assertRefused(
                from,
                LennardJones.free(Cell.orthorhombic(10, 10, 10.1), 0, 0, 0, 3, 0, 0),
                "relax both endpoints in the same cell");
        List<Element> swapped = List.of(
                Element.ofSymbol("Ar").orElseThrow(), Element.ofSymbol("Ne").orElseThrow());
        assertRefused(
                from,
                Structure.free(CELL, swapped, from.positions()),
                "atom 1 is Ne in image 2, but Ar in the first one: all images need the atoms in the same order");
        assertRefused(from, withFirstFixed(from), "atom 0 is held fixed in only one of image 2 and the first image");
        assertRefused(
                withFirstFixed(from),
                withFirstFixed(atoms(0, 0.25, 0, 3, 0, 0)),
                "atom 0 is held fixed, but stands 0.2500 Angstrom away from itself in image 2");
    }

    private static void assertRefused(Structure from, Structure to, String words) {
        assertThatThrownBy(() -> Band.between(from, to, 1, NebSettings.Start.LINEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_band_without_interior_images_is_refused() {
        assertThatThrownBy(() -> Band.of(List.of(atoms(0, 0, 0), atoms(1, 0, 0))))
                .hasMessageContaining("at least one image between them");
    }

    @Test
    void the_closest_approach_looks_through_the_faces_of_the_cell() {
        Band band = Band.between(atoms(0.5, 5, 5, 9.5, 3, 5), atoms(0.5, 5, 5, 9.5, 7, 5), 1, NebSettings.Start.LINEAR);
        ClosestApproach closest = band.closestApproach();
        assertThat(closest.image()).isEqualTo(1);
        assertThat(closest.distance()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void idpp_leads_an_atom_around_another_where_the_straight_line_leads_through() {
        // The atom in the middle stands 0.2 Angstrom off the line, so there is a side to pass it on.
        Structure from = atoms(3, 5, 5, 5, 5.2, 5);
        Structure to = from.withPositions(Positions.of(7, 5, 5, 5, 5.2, 5));
        Band straight = Band.between(from, to, 3, NebSettings.Start.LINEAR);
        Band around = Band.between(from, to, 3, NebSettings.Start.IDPP);
        assertThat(straight.closestApproach().distance()).isLessThan(0.3);
        assertThat(around.closestApproach().distance()).isGreaterThan(1.5);
        assertThat(around.from()).isEqualTo(from);
        assertThat(around.to()).isEqualTo(to);
    }

    @Test
    void idpp_of_a_reversed_pair_of_endpoints_is_the_reversed_band() {
        Structure from = atoms(3, 5, 5, 5, 5.2, 5, 1, 1, 1);
        Structure to = atoms(7, 5, 5, 5, 5.2, 5, 1, 1.5, 1);
        Band there = Band.between(from, to, 4, NebSettings.Start.IDPP);
        Band back = Band.between(to, from, 4, NebSettings.Start.IDPP).reversed();
        for (int image = 0; image < 6; image++) {
            assertThat(back.images().get(image).positions().toArray())
                    .containsExactly(there.images().get(image).positions().toArray(), within(1e-6));
        }
    }
}
