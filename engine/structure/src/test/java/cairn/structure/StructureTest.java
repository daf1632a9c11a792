package cairn.structure;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Structure PAIR = Structure.free(
            Cell.of(4, 0, 0, 1, 5, 0, 0, 0, 6),
            List.of(element("Li"), element("Si")),
            Positions.of(0.1, 0.2, 0.3, 3.9, 4.8, 5.7));

    @Test
    void a_supercell_repeats_whole_cells_with_c_running_fastest() {
        Structure twelve = Crystals.fixing(PAIR, 1).supercell(1, 2, 3);

        assertThat(twelve.composition().formula()).isEqualTo("Li6Si6");
        assertThat(twelve.cell()).isEqualTo(Cell.of(4, 0, 0, 2, 10, 0, 0, 0, 18));
        assertThat(twelve.species().subList(0, 4))
                .containsExactly(element("Li"), element("Si"), element("Li"), element("Si"));
        assertThat(position(twelve, 0)).containsExactly(0.1, 0.2, 0.3);
        assertThat(position(twelve, 2)).containsExactly(new double[] {0.1, 0.2, 6.3}, within(1e-12));
        assertThat(position(twelve, 7)).containsExactly(new double[] {4.9, 9.8, 5.7}, within(1e-12));
        assertThat(twelve.constraints().isFixed(11)).isTrue();
        assertThat(twelve.constraints().fixedCount()).isEqualTo(6);
    }

    @Test
    void a_supercell_keeps_the_density() {
        Structure silicon = crystal("Si");

        assertThat(silicon.supercell(2, 2, 2).densityGPerCm3()).isCloseTo(silicon.densityGPerCm3(), within(1e-12));
    }

    @Test
    void a_supercell_of_no_cells_or_of_millions_of_atoms_is_refused() {
        assertThatThrownBy(() -> PAIR.supercell(1, 0, 1)).hasMessageContaining("at least once");
        assertThatThrownBy(() -> PAIR.supercell(2_000_000_000, 2_000_000_000, 2_000_000_000))
                .hasMessageContaining("more than 1000000");
    }

    @Test
    void an_inserted_atom_comes_last_and_leaves_the_others_alone() {
        Structure host = Crystals.fixing(crystal("Si"), 2).supercell(2, 2, 2);

        Structure with = host.inserted(element("Li"), new Fraction(0.25, 0.25, 0.25));

        assertThat(with.composition().formula()).isEqualTo("Si64Li");
        assertThat(with.constraints()).isEqualTo(host.constraints());
        assertThat(position(with, 64)).containsExactly(new double[] {2.71551, 2.71551, 2.71551}, within(1e-12));
        assertThat(position(with, 63)).containsExactly(position(host, 63));
        // The tetrahedral site has four neighbours at the Si-Si bond length.
        assertThat(with.distance(64, 0)).isCloseTo(Math.sqrt(3) / 2 * 5.43102, within(1e-12));
    }

    @Test
    void the_formula_of_a_phase_is_reduced_in_the_order_of_its_atoms() {
        assertThat(crystal("Li15Si4").composition().reducedFormula()).isEqualTo("Li15Si4");
        assertThat(crystal("Si").composition().reducedFormula()).isEqualTo("Si");
        assertThat(crystal("LLZO_tetragonal").composition().reducedFormula()).isEqualTo("Li7La3Zr2O12");
    }

    @Test
    void distances_are_those_of_the_closest_images() {
        assertThat(PAIR.distance(0, 1)).isCloseTo(PAIR.distance(1, 0), within(1e-15));
        assertThat(PAIR.displacement(0, 1)).containsExactly(new double[] {-1.2, -0.4, -0.6}, within(1e-12));
    }

    @Test
    void wrapping_moves_atoms_into_the_cell_and_unwrapping_brings_them_back() {
        Structure outside = PAIR.withPositions(Positions.of(-0.1, 0.2, 6.3, 13.9, 4.8, -5.7));

        Structure inside = outside.wrapped();

        assertThat(inside.fraction(0).c()).isCloseTo(0.05, within(1e-12));
        for (int atom = 0; atom < 2; atom++) {
            assertThat(inside.fraction(atom)).isEqualTo(inside.fraction(atom).wrapped());
        }
        assertThat(inside.unwrappedTowards(outside.positions()).positions().toArray())
                .containsExactly(outside.positions().toArray(), within(1e-12));
    }

    private static double[] position(Structure structure, int atom) {
        Positions positions = structure.positions();
        return new double[] {positions.x(atom), positions.y(atom), positions.z(atom)};
    }
}
