package cairn.codes.output.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Output;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OszicarTest {
    private static final String TEXT = Sample.text("OSZICAR");

    @TempDir
    private Path folder;

    private Output read(String text) {
        return Sample.read(new Oszicar(), folder.resolve("OSZICAR"), text);
    }

    @Test
    void steps_have_energies_moment_and_iterations() {
        Output output = read(TEXT);
        assertThat(output.steps()).isEqualTo(3);
        assertThat(Sample.last(output).energies().free()).isEqualTo(-20.83);
        assertThat(Sample.last(output).energies().of(Kind.SIGMA_ZERO)).hasValue(-20.829938);
        assertThat(Sample.last(output).moment()).isEqualTo(new SaidMoment.Given(0.0369));
        assertThat(Sample.last(output).iterations()).isEqualTo(4);
    }

    @Test
    void an_scf_whose_last_change_is_above_ediff_did_not_converge() {
        assertThat(read(TEXT).verdict()).isEqualTo(new Verdict.Unconverged("the SCF of step 3 after 4 iterations"));
    }

    @Test
    void incar_beside_it_tells_ediff_but_nothing_tells_that_it_ended() {
        Sample.write(folder.resolve("INCAR"), "EDIFF = 0.1 ! loose\nNSW = 50; IBRION = 2\n");
        assertThat(read(TEXT).verdict()).isEqualTo(new Verdict.Truncated(TEXT.length()));
    }

    @Test
    void a_step_of_molecular_dynamics_is_one() {
        String line =
                "   1 T=   300. E= -.20830000E+02 F= -.20831000E+02 E0= -.20830500E+02  EK= 0.1E-02 SP= 0.00E+00 SK= 0.00E+00\n";
        assertThat(Sample.last(read(TEXT.substring(0, TEXT.indexOf("   1 F=")) + line))
                        .energies()
                        .free())
                .isEqualTo(-20.831);
    }

    @Test
    void standard_output_that_comes_to_its_end_is_complete() {
        String text =
                " running    8 mpi-ranks, with    1 threads/rank\n vasp.6.3.2 27Jun22 (build Aug 02 2022) complex\n"
                        + TEXT.replaceAll("(?m)^(DAV:   4 +\\S+ +)\\S+ +\\S+", "$1-.10000E-06   -.10000E-06")
                        + " reached required accuracy - stopping structural energy minimisation\n writing wavefunctions\n";
        Output output = read(text);
        assertThat(output.version()).isEqualTo("6.3.2");
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
    }

    @Test
    void a_cut_line_is_no_step() {
        for (int at = TEXT.indexOf("   3 F="); at < TEXT.length(); at++) {
            assertThat(read(TEXT.substring(0, at)).steps()).isEqualTo(2);
        }
    }
}
