package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.catalogue.Codes;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeamLiSiTest {
    private static final Element LI = new Element(3, "Li");
    private static final Element SI = new Element(14, "Si");
    private static final Element N = new Element(7, "N");

    private final MeamLiSi code = new MeamLiSi();

    @Test
    void a_workflow_finds_it_by_name() {
        assertThat(Codes.named("builtin/meam-lisi")).containsInstanceOf(MeamLiSi.class);
    }

    @Test
    void it_has_no_objection_to_lithium_and_silicon() {
        assertThat(code.objections(pair(LI, SI, 2.5))).isEmpty();
    }

    @Test
    void it_names_the_element_that_it_lacks() {
        assertThat(code.objections(pair(SI, N, 1.7)))
                .containsExactly("the structure contains N, but builtin/meam-lisi knows only Li and Si;"
                        + " choose a code that has N");
    }

    @Test
    void it_objects_to_overlapping_atoms_across_the_boundary_of_the_cell() {
        assertThat(code.objections(pair(LI, SI, 8.5)))
                .containsExactly("atoms 0 (Li) and 1 (Si), counted from 0, are only 0.50 Angstrom apart, less than"
                        + " half of a bond; check the positions and the cell of the structure");
    }

    @Test
    void every_problem_is_reported_at_once() {
        assertThat(code.objections(pair(N, N, 0.3))).hasSize(2);
    }

    @Test
    void its_fingerprint_is_that_of_version_and_parameters() {
        assertThat(code.fingerprint())
                .isEqualTo(new MeamLiSi().fingerprint())
                .startsWith("builtin/meam-lisi 1 parameters ")
                .hasSize("builtin/meam-lisi 1 parameters ".length() + 16);
    }

    @Test
    void its_validity_warns_of_hulls() {
        assertThat(code.validity()).contains("screening and regression only", "hulls and voltages");
    }

    private static Structure pair(Element one, Element other, double distance) {
        return Structure.free(Cell.orthorhombic(9, 9, 9), List.of(one, other), Positions.of(0, 0, 0, distance, 0, 0));
    }
}
