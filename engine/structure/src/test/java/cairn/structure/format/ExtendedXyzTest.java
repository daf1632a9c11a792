package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static cairn.structure.Crystals.fixing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedXyzTest {
    private static final String TEXT = """
            2
            config="a \\"quoted\\" = name" Lattice="4 0 0 0 5 0 0 0 6" relaxed energy = -1.5 tags={1 2} \
            Properties=species:S:1:charge:R:1:pos:R:3:move_mask:L:1:forces:R:3 pbc="T T T" extra=[[1, 2], [3, 4]]
            Li 0.9 1 2 3 T 0.1 0.2 0.3
            Si -0.9 2 3 4 F -0.1 -0.2 -0.3
            """;

    @Test
    void a_frame_with_unknown_columns_and_values_is_read() {
        Frame frame = ExtendedXyz.parseFrames(TEXT, "band.xyz").getFirst();

        Structure structure = frame.structure();
        assertThat(structure.cell()).isEqualTo(Cell.orthorhombic(4, 5, 6));
        assertThat(structure.species()).containsExactly(element("Li"), element("Si"));
        assertThat(structure.positions()).isEqualTo(Positions.of(1, 2, 3, 2, 3, 4));
        assertThat(structure.constraints()).isEqualTo(fixing(structure, 1).constraints());
        assertThat(frame.computed())
                .isEqualTo(new Frame.Computed.EnergyAndForces(
                        new Evaluation(-1.5, Forces.of(0.1, 0.2, 0.3, -0.1, -0.2, -0.3), new Stress.NotGiven())));
    }

    @Test
    void the_energy_that_forces_are_the_gradient_of_comes_first() {
        Frame frame = ExtendedXyz.parseFrames(TEXT.replace("relaxed", "free_energy=-1.6"), "band.xyz")
                .getFirst();

        assertThat(frame.computed())
                .isInstanceOfSatisfying(
                        Frame.Computed.EnergyAndForces.class,
                        computed -> assertThat(computed.evaluation().energyEv()).isEqualTo(-1.6));
    }

    @Test
    void all_frames_of_a_band_read_back_to_the_last_bit() {
        Structure first = fixing(crystal("Li7Si3"), 3, 8);
        Structure second = crystal("Sb");
        List<Frame> frames = List.of(
                Frame.of(first, new Evaluation(-1.0 / 3, forces(first), new Stress.Tensor(.1, .2, .3, .4, .5, .6))),
                Frame.of(second, new Evaluation(1e-17, forces(second), new Stress.NotGiven())),
                new Frame(second, new Frame.Computed.Energy(-7.25)),
                new Frame(second, new Frame.Computed.ForcesOnly(forces(second))),
                Frame.of(second));

        assertThat(ExtendedXyz.parseFrames(ExtendedXyz.formatFrames(frames), "band.xyz"))
                .isEqualTo(frames);
    }

    @Test
    void several_frames_are_not_one_structure() {
        assertThatThrownBy(() -> ExtendedXyz.parse(TEXT + TEXT, "band.xyz"))
                .hasMessage("band.xyz: the file holds 2 structures, not one; keep the one that is meant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Lattice=              | Grid=               | band.xyz:2: there is no Lattice, and Cairn's structures are periodic
            pbc="T T T"           | pbc="T T F"         | band.xyz:2: pbc says that the structure is not periodic
            4 0 0 0 5 0 0 0 6     | 4 0 0 0 5 0         | band.xyz:2: Lattice has 6 numbers
            4 0 0 0 5 0 0 0 6     | 4 0 0 0 5 0 0 0 0   | band.xyz:2: the lattice vectors lie in one plane
            species:S:1           | species:S           | is not a list of name:type:count
            species:S:1           | element:S:1         | Properties name no species with 1 columns
            tags={1 2}            | tags={1 2           | band.xyz:2: a value is not closed by }
            energy = -1.5         | energy=low          | band.xyz:2: 'low' in the energy is not a number
            relaxed               | energy=2            | band.xyz:2: 'energy' is given twice
            Li 0.9 1 2 3 T        | Li 0.9 1 2 3        | band.xyz:3: atom 1 has 8 columns, Properties name 9
            3 4 F                 | 3 4 X               | band.xyz:4: 'X' is neither T nor F
            Si -0.9               | Sj -0.9             | band.xyz:4: 'Sj' is not a chemical element
            """)
    void what_cannot_be_read_is_refused_by_line(String right, String wrong, String message) {
        assertThatThrownBy(() -> ExtendedXyz.parse(TEXT.replace(right, wrong), "band.xyz"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    private static Forces forces(Structure structure) {
        double[] forces = new double[3 * structure.count()];
        for (int i = 0; i < forces.length; i++) {
            forces[i] = Math.sin(i) / 3;
        }
        return Forces.of(forces);
    }
}
