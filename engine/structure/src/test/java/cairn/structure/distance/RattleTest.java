package cairn.structure.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Crystals;
import cairn.structure.Structure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RattleTest {
    private final Structure crystal = Crystals.crystal("Li12Si7");

    @Test
    void equal_seeds_give_equal_structures_and_others_give_others() {
        assertThat(rattle(0.1, 1)).isEqualTo(rattle(0.1, 1)).isNotEqualTo(rattle(0.1, 2));
    }

    @Test
    void only_atoms_of_the_named_elements_move_and_all_of_them_do() {
        Structure rattled = new Rattle(0.1, List.of(Crystals.element("Li")), 1).of(crystal);

        assertThat(IntStream.range(0, crystal.count()))
                .allSatisfy(atom -> assertThat(moved(rattled, atom) > 0)
                        .isEqualTo(crystal.species().get(atom).symbol().equals("Li")));
    }

    /// The mean square of 456 normal components; its own deviation is 7 % of it.
    @Test
    void displacements_have_the_deviation_asked_for() {
        Structure rattled = rattle(0.05, 3);
        double square = IntStream.range(0, crystal.count())
                .mapToDouble(atom -> Math.pow(moved(rattled, atom), 2))
                .average()
                .orElseThrow();

        assertThat(Math.sqrt(square / 3)).isCloseTo(0.05, within(0.006));
    }

    @Test
    void however_far_they_go_no_atom_ends_in_another() {
        assertThat(Neighbours.shorterThan(0.7, rattle(1.0, 1))).isEmpty();
    }

    @Test
    void held_atoms_stay() {
        Structure held = Crystals.fixing(crystal, 0);

        assertThat(moved(new Rattle(0.1, List.of(), 1).of(held), 0)).isZero();
    }

    private Structure rattle(double deviation, long seed) {
        return new Rattle(deviation, List.of(), seed).of(crystal);
    }

    private double moved(Structure rattled, int atom) {
        double x = rattled.positions().x(atom) - crystal.positions().x(atom);
        double y = rattled.positions().y(atom) - crystal.positions().y(atom);
        double z = rattled.positions().z(atom) - crystal.positions().z(atom);
        return Math.sqrt(x * x + y * y + z * z);
    }
}
