package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XsfTest {
    private static final String TEXT = """
            # a comment

            CRYSTAL
            PRIMVEC
             4 0 0
             0 5 0
             0 0 6
            CONVVEC
             8 0 0
             0 5 0
             0 0 6
            PRIMCOORD
             2 1
             3  1 2 3  0.0 0.0 1.0
             Si 2 3 4  0.0 0.0 -1.0
            BEGIN_BLOCK_DATAGRID_3D
            """;

    @Test
    void atoms_by_number_or_symbol_and_forces_in_hartree_are_read() {
        Frame frame = Xsf.parseFrames(TEXT, "Si.xsf").getFirst();

        assertThat(frame.structure().cell()).isEqualTo(Cell.orthorhombic(4, 5, 6));
        assertThat(frame.structure().species()).containsExactly(element("Li"), element("Si"));
        assertThat(frame.structure().positions()).isEqualTo(Positions.of(1, 2, 3, 2, 3, 4));
        assertThat(frame.computed())
                .isInstanceOfSatisfying(
                        Frame.Computed.ForcesOnly.class,
                        computed -> assertThat(computed.forces().z(0)).isCloseTo(27.211386246, within(1e-9)));
    }

    @Test
    void a_structure_reads_back_to_the_last_bit() {
        Structure crystal = crystal("Li7Si3");

        assertThat(Xsf.parse(Xsf.format(crystal), "Li7Si3.xsf")).isEqualTo(crystal);
    }

    @Test
    void a_band_in_one_cell_states_the_cell_once() {
        List<Frame> band =
                List.of(Frame.of(crystal("Sb")), Frame.of(crystal("Sb").wrapped()));

        String text = Xsf.formatFrames(band);

        assertThat(text).startsWith("ANIMSTEPS 2\nCRYSTAL\nPRIMVEC\n").containsOnlyOnce("PRIMVEC");
        assertThat(Xsf.parseFrames(text, "band.xsf")).isEqualTo(band);
    }

    @Test
    void a_trajectory_with_changing_cells_states_each() {
        List<Frame> frames = List.of(Frame.of(crystal("Sb")), Frame.of(crystal("Si")));

        assertThat(Xsf.parseFrames(Xsf.formatFrames(frames), "md.xsf")).isEqualTo(frames);
    }

    @Test
    void forces_come_back_in_electronvolts() {
        Structure crystal = crystal("Li_bcc");
        Frame frame = new Frame(crystal, new Frame.Computed.ForcesOnly(Forces.of(1, 2, 3, -1, -2, -3)));

        Frame back = Xsf.parseFrames(Xsf.formatFrames(List.of(frame)), "Li.xsf").getFirst();

        assertThat(back.computed())
                .isInstanceOfSatisfying(
                        Frame.Computed.ForcesOnly.class,
                        computed -> assertThat(computed.forces().toArray())
                                .containsExactly(new double[] {1, 2, 3, -1, -2, -3}, within(1e-14)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRYSTAL   | MOLECULE  | Si.xsf:3: 'MOLECULE' is not a crystal
            CRYSTAL   | SLAB      | Si.xsf:3: 'SLAB' is not a crystal
            PRIMVEC   | PRIMCOORD | PRIMCOORD comes before any PRIMVEC
            CONVVEC   | OTHER     | 'OTHER' is not PRIMVEC, CONVVEC or PRIMCOORD
            2 1       | two 1     | Si.xsf:13: 'two' is not the number of atoms
            3  1 2 3  | 300 1 2 3 | Si.xsf:14: there is no element 300
            Si 2 3 4  | Si 2 3 x  | Si.xsf:15: 'x' in a position is not a number
            """)
    void what_cannot_be_read_is_refused_by_line(String right, String wrong, String message) {
        assertThatThrownBy(() -> Xsf.parse(TEXT.replace(right, wrong), "Si.xsf"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }
}
