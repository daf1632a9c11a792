package cairn.structure.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.LatticeParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryOperationTest {
    private static final Fraction POINT = new Fraction(0.5, 0.25, 0.125);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x+y, y, -z+1/2",
                "y-x,y,1/2-z",
                " -X + Y , +Y , .5-Z ",
                "-x+y,y,0.5-z",
                "-x+y+1/4-1/4, y, -z+2/4",
            })
    void an_operation_reads_the_same_in_every_style(String text) {
        assertThat(SymmetryOperation.parse(text).apply(POINT)).isEqualTo(new Fraction(-0.25, 0.25, 0.375));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x, y", "x, y, w", "x, y, z+", "x, y, 2z", "x, y, x y", "x,,z", "x, y, z, z"})
    void what_is_no_operation_is_refused_with_its_text(String text) {
        assertThatThrownBy(() -> SymmetryOperation.parse(text)).hasMessageContaining("'" + text + "'");
    }

    @Test
    void an_operation_that_flattens_space_is_refused() {
        assertThatThrownBy(() -> SymmetryOperation.parse("x, y, x+y")).hasMessageContaining("changes volumes");
    }

    @Test
    void images_on_a_rounded_special_position_are_one() {
        Cell hexagonal = Cell.of(new LatticeParameters(9, 9, 6, 90, 90, 120));
        List<SymmetryOperation> threefold = List.of(
                SymmetryOperation.parse("x,y,z"),
                SymmetryOperation.parse("-y,x-y,z"),
                SymmetryOperation.parse("-x+y,-x,z"));

        assertThat(Orbit.of(new Fraction(0.333, 0.667, 0.1), threefold, hexagonal)
                        .positions())
                .containsExactly(new Fraction(0.333, 0.667, 0.1));
        assertThat(Orbit.of(new Fraction(0.3, 0.1, 0.1), threefold, hexagonal).positions())
                .hasSize(3);
    }

    @Test
    void a_site_across_the_boundary_of_the_cell_is_one_atom() {
        Cell cube = Cell.orthorhombic(5, 5, 5);
        List<SymmetryOperation> inversion =
                List.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-x,-y,-z"));

        assertThat(Orbit.of(new Fraction(0.999, 0.5, -0.001), inversion, cube).positions())
                .containsExactly(new Fraction(0.999, 0.5, -0.001));
    }
}
