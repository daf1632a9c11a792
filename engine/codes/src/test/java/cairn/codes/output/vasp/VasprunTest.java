package cairn.codes.output.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Stress;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VasprunTest {
    /// The forces of the sample meet no criterion: this one lets them.
    private static final String TEXT =
            Sample.text("vasprun.xml").replace("name=\"EDIFFG\">     -0.01000000", "name=\"EDIFFG\">     -0.60000000");

    @TempDir
    private Path folder;

    private Output read(String text) {
        return Sample.read(new Vasprun(), folder.resolve("vasprun.xml"), text);
    }

    @Test
    void it_says_what_the_outcar_says_with_more_digits() {
        Output outcar = Sample.read(new Outcar(), folder.resolve("other"), Sample.text("OUTCAR"));
        Output vasprun = read(TEXT);
        Step one = Sample.last(outcar);
        Step other = Sample.last(vasprun);
        assertThat(other.energies()).isEqualTo(one.energies());
        assertThat(other.iterations()).isEqualTo(one.iterations());
        double[] forces = ((SaidForces.Given) other.forces()).forces().toArray();
        assertThat(forces)
                .containsExactly(((SaidForces.Given) one.forces()).forces().toArray(), within(6e-7));
        double[] places = ((SaidStructure.Given) other.structure())
                .structure()
                .positions()
                .toArray();
        assertThat(places)
                .containsExactly(
                        ((SaidStructure.Given) one.structure())
                                .structure()
                                .positions()
                                .toArray(),
                        within(6e-6));
        assertThat(vasprun.fingerprint()).isEqualTo(outcar.fingerprint());
    }

    @Test
    void tags_of_response_functions_are_not_those_of_the_scf() {
        String response = """
                  <separator name="response functions" >
                   <i type="int" name="NELM">     1</i>
                  </separator>
                 </parameters>""";
        // So that only the number of iterations tells that the SCF converged.
        String strict = TEXT.replaceAll("name=\"EDIFF\">[^<]*<", "name=\"EDIFF\"> 1E-15<");

        assertThat(read(strict.replace(" </parameters>", response)).verdict()).isInstanceOf(Verdict.Complete.class);
    }

    @Test
    void stress_is_positive_where_the_cell_wants_to_shrink() {
        assertThat(Sample.last(read(TEXT)).stress()).isInstanceOfSatisfying(Stress.Tensor.class, stress -> {
            assertThat(stress.zz()).isCloseTo(-0.00912577, within(1e-8));
            assertThat(stress.yz()).isCloseTo(-0.00546317, within(1e-8));
            assertThat(stress.xz()).isCloseTo(-0.00945745, within(1e-8));
        });
    }

    @Test
    void a_whole_file_whose_forces_meet_the_criterion_is_complete() {
        assertThat(read(TEXT).verdict()).isEqualTo(new Verdict.Complete());
    }

    @Test
    void a_relaxation_whose_forces_are_too_large_did_not_converge() {
        assertThat(read(Sample.text("vasprun.xml")).verdict())
                .isEqualTo(new Verdict.Unconverged("the relaxation after 3 of 50 steps"));
    }

    @Test
    void a_positive_criterion_is_a_change_of_energy() {
        String text = Sample.text("vasprun.xml");
        assertThat(read(text.replace("-0.01000000", "0.02000000")).verdict()).isEqualTo(new Verdict.Complete());
        assertThat(read(text.replace("-0.01000000", "0.00500000")).verdict()).isInstanceOf(Verdict.Unconverged.class);
    }

    @Test
    void an_scf_that_used_all_iterations_and_still_moved_did_not_converge() {
        assertThat(read(TEXT.replace("name=\"NELM\">    60", "name=\"NELM\">     4"))
                        .verdict())
                .isEqualTo(new Verdict.Unconverged("the SCF of step 3 after 4 iterations"));
    }

    /// 5.3.5 writes the share of the entropy where the energy for sigma -> 0 should be.
    @Test
    void energies_that_vasp_5_writes_wrongly_are_taken_from_the_iterations() {
        int energy = TEXT.lastIndexOf("<i name=\"e_0_energy\">");
        String text = TEXT.substring(0, energy) + "<i name=\"e_0_energy\">      0.00012500 </i>"
                + TEXT.substring(TEXT.indexOf('\n', energy));
        assertThat(Sample.last(read(text)).energies().of(Kind.SIGMA_ZERO).orElseThrow())
                .isCloseTo(-20.8299375, within(1e-9));
    }

    @Test
    void a_file_cut_anywhere_is_truncated_and_keeps_its_whole_steps() {
        int end = TEXT.indexOf("</modeling>") + "</modeling>".length();
        int steps = 0;
        for (int at = TEXT.indexOf("<modeling"); at < end; at += 41) {
            Output output = read(TEXT.substring(0, at));
            assertThat(output.verdict()).isEqualTo(new Verdict.Truncated(at));
            assertThat(output.steps()).isBetween(steps, steps + 1);
            steps = output.steps();
        }
        assertThat(steps).isEqualTo(3);
    }

    @Test
    void a_file_that_names_another_is_refused() {
        String attack = TEXT.replace("<modeling>", "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><modeling>")
                .replace("unknown system", "&x;");
        assertThatThrownBy(() -> read(attack)).isInstanceOf(FormatException.class);
    }

    @Test
    void what_is_no_xml_is_told_with_its_line() {
        assertThatThrownBy(() -> read(TEXT.replace("</kpoints>", "</kpoint>")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("vasprun.xml:");
    }

    @Test
    void stars_are_no_force() {
        int forces = TEXT.lastIndexOf("<varray name=\"forces\" >");
        int row = TEXT.indexOf("<v>", forces);
        String text =
                TEXT.substring(0, row) + "<v> **************** 0.1 0.2 </v>" + TEXT.substring(TEXT.indexOf('\n', row));
        Output output = read(text);
        assertThat(Sample.last(output).forces()).isEqualTo(new SaidForces.NotGiven());
        assertThat(output.verdict()).isInstanceOf(Verdict.Unconverged.class);
    }
}
