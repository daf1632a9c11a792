package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static cairn.structure.Crystals.fixing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoscarTest {
    private static final String TEXT = """
            Li and Si, somewhere
             1.0
             4 0 0
             0 5 0
             0 0 6
             Li_sv Si/a1b2c3
             1 2
            Selective dynamics
            Direct
             0.5 0.5 0.5 T T T
             0.25 0.5 0.75 F F F Si
             0 0 1D-1 .TRUE. .TRUE. .TRUE.

             0.0 0.0 0.0
            """;

    @Test
    void positions_elements_and_flags_are_read_and_velocities_are_not() {
        Structure read = Poscar.parse(TEXT, "POSCAR");

        assertThat(read.cell()).isEqualTo(Cell.orthorhombic(4, 5, 6));
        assertThat(read.species()).containsExactly(element("Li"), element("Si"), element("Si"));
        assertThat(read.positions().toArray())
                .containsExactly(new double[] {2, 2.5, 3, 1, 2.5, 4.5, 0, 0, 0.6}, within(1e-15));
        assertThat(read.constraints()).isEqualTo(fixing(read, 1).constraints());
    }

    @Test
    void the_scale_multiplies_the_cell_and_cartesian_positions() {
        Structure read = Poscar.parse(TEXT.replace(" 1.0\n", "2.0\n").replace("Direct", "Cartesian"), "POSCAR");

        assertThat(read.cell()).isEqualTo(Cell.orthorhombic(8, 10, 12));
        assertThat(read.positions().y(1)).isEqualTo(1);
    }

    @Test
    void a_negative_scale_is_the_volume() {
        Structure read = Poscar.parse(TEXT.replace(" 1.0\n", "-960\n").replace("Direct", "K"), "POSCAR");

        assertThat(read.cell().volume()).isCloseTo(960, within(1e-10));
        assertThat(read.positions().x(0)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ' 1.0'           | '1 1 1'          | POSCAR:2: the second line holds 3 numbers
            ' 1.0'           | '0'              | POSCAR:2: the scale is zero
            ' 4 0 0'         | ' 0 0 1'         | POSCAR:5: the lattice vectors lie in one plane
            ' Li_sv Si/a1b2c3' | ' 1 2'         | POSCAR:6: the sixth line does not name the elements
            ' Li_sv'         | ' Lx'            | POSCAR:6: 'Lx' is not a chemical element
            ' 1 2'           | ' 1'             | POSCAR:7: 2 elements, but 1 counts
            ' 1 2'           | ' 1 2000000'     | POSCAR:7: 2000000 atoms are more than 1000000
            ' 1 2'           | ' 1 20'          | POSCAR:13: the position of atom 4 needs three numbers
            'Direct'         | 'Fractional'     | POSCAR:9: 'Fractional' is neither Direct nor Cartesian
            'F F F'          | 'F F T'          | POSCAR:11: atom 2 is fixed along some directions only
            'F F F'          | 'F F'            | POSCAR:11: 'Si' is not a flag
            '0.5 0.5 0.5 T'  | '0.5 NaN 0.5 T'  | POSCAR:10: 'NaN' in the position of atom 1 is not a number
            """)
    void what_cannot_be_read_is_refused_by_line(String right, String wrong, String message) {
        assertThatThrownBy(() -> Poscar.parse(TEXT.replace(right, wrong), "POSCAR"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_ends_early_says_what_is_missing() {
        assertThatThrownBy(() -> Poscar.parse(TEXT.substring(0, TEXT.indexOf("Direct")), "POSCAR"))
                .hasMessage("POSCAR:9: the file ends where Direct or Cartesian should be; give the whole file");
    }

    @Test
    void what_is_written_reads_back_to_the_last_bit() {
        Structure crystal =
                fixing(crystal("Li7Si3"), 0, 17, 59).inserted(element("Li"), new Fraction(1.0 / 3, -2.0 / 7, 5.1));

        assertThat(Poscar.parse(Poscar.format(crystal), "POSCAR")).isEqualTo(crystal);
    }

    @Test
    void atoms_keep_their_order_where_elements_alternate() {
        Structure alternating = Structure.free(
                Cell.orthorhombic(4, 5, 6),
                List.of(element("Li"), element("Si"), element("Li")),
                Positions.of(0, 0, 0, 1, 1, 1, 2, 2, 2));

        assertThat(Poscar.format(alternating)).contains("\nLi Si Li\n1 1 1\n");
        assertThat(Poscar.parse(Poscar.format(alternating), "POSCAR")).isEqualTo(alternating);
    }
}
