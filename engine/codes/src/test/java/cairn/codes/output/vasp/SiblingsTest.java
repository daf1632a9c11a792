package cairn.codes.output.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.OutputReader;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiblingsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void one_run() {
        put("OUTCAR", Sample.text("OUTCAR"));
        put("vasprun.xml", Sample.text("vasprun.xml"));
        put("OSZICAR", Sample.text("OSZICAR"));
    }

    private void put(String name, String text) {
        Sample.write(folder.resolve(name), text);
    }

    private Verdict verdict(OutputReader reader, String name) {
        return reader.read(folder.resolve(name), _ -> {}).verdict();
    }

    @Test
    void files_of_one_run_agree() {
        assertThat(verdict(new Outcar(), "OUTCAR")).isEqualTo(new Verdict.Complete());
        assertThat(verdict(new Vasprun(), "vasprun.xml")).isEqualTo(new Verdict.Complete());
        assertThat(verdict(new Oszicar(), "OSZICAR")).isEqualTo(new Verdict.Complete());
    }

    @Test
    void another_energy_beside_it_is_a_contradiction() {
        put("vasprun.xml", Sample.text("vasprun.xml").replace("-20.82000000", "-20.82001000"));
        assertThat(verdict(new Outcar(), "OUTCAR"))
                .isEqualTo(new Verdict.NotThisCalculation(
                        "OUTCAR and vasprun.xml of one run", "step 2 has the energies -20.82 and -20.82001 eV"));
        assertThat(verdict(new Vasprun(), "vasprun.xml")).isInstanceOf(Verdict.NotThisCalculation.class);
    }

    @Test
    void an_energy_that_only_oszicar_has_otherwise_is_a_contradiction_too() {
        put("OSZICAR", Sample.text("OSZICAR").replace("F= -.20830000E+02", "F= -.20830100E+02"));
        assertThat(verdict(new Outcar(), "OUTCAR")).isInstanceOf(Verdict.NotThisCalculation.class);
        assertThat(verdict(new Oszicar(), "OSZICAR")).isInstanceOf(Verdict.NotThisCalculation.class);
    }

    @Test
    void another_force_beside_it_is_a_contradiction() {
        put("vasprun.xml", Sample.text("vasprun.xml").replace("0.33646145", "0.33656145"));
        assertThat(verdict(new Outcar(), "OUTCAR"))
                .isEqualTo(new Verdict.NotThisCalculation(
                        "OUTCAR and vasprun.xml of one run", "the forces of the last step differ"));
    }

    @Test
    void more_steps_beside_a_run_that_ended_are_a_contradiction() {
        String text = Sample.text("OUTCAR");
        int third = text.indexOf("-------------------------------------- Iteration      3(   1)");
        put("OUTCAR", text.substring(0, third) + text.substring(text.indexOf(Sample.ACCURATE)));
        assertThat(verdict(new Outcar(), "OUTCAR"))
                .isEqualTo(new Verdict.NotThisCalculation("OUTCAR and vasprun.xml of one run", "2 and 3 steps"));
    }

    @Test
    void standard_error_tells_why_a_run_was_cut() {
        String text = Sample.text("OUTCAR");
        put("OUTCAR", text.substring(0, text.indexOf("General timing")));
        assertThat(verdict(new Outcar(), "OUTCAR")).isInstanceOf(Verdict.Truncated.class);
        put(
                "std_err.txt",
                "slurmstepd: error: *** JOB 7 ON n1 CANCELLED AT 2026-01-01T00:00:00 DUE TO TIME LIMIT ***\n");
        assertThat(verdict(new Outcar(), "OUTCAR")).isInstanceOf(Verdict.OutOfTime.class);
    }

    @Test
    void standard_output_tells_the_error_that_ended_a_run() {
        String text = Sample.text("OUTCAR");
        put("OUTCAR", text.substring(0, text.indexOf("General timing")));
        put("vasp.out", " LAPACK: Routine ZPOTRF failed!           1           1           1\n");
        assertThat(verdict(new Outcar(), "OUTCAR"))
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crash -> assertThat(crash.error().signature()).isEqualTo("vasp/zpotrf"));
    }
}
