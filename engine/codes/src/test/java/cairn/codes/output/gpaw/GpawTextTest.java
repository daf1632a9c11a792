package cairn.codes.output.gpaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Output;
import cairn.codes.output.Resources;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Stress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against texts that GPAW really wrote; ORIGIN.md beside them says how.
class GpawTextTest {
    @TempDir
    private Path folder;

    private Output read(String text) {
        return new GpawText().read(Resources.write(folder.resolve("x.txt"), text), _ -> {});
    }

    private static String text(String name) {
        return Resources.text(GpawTextTest.class, name);
    }

    @Test
    void energies_are_told_apart() {
        Step step = Resources.last(read(text("si2_pw300.txt")));
        assertThat(step.energies().free()).isEqualTo(-10.612891);
        assertThat(step.energies().of(Kind.SIGMA_ZERO)).hasValue(-10.611310);
        assertThat(step.energies().of(Kind.WITHOUT_ENTROPY).orElseThrow()).isCloseTo(-10.609729, within(1e-9));
        assertThat(step.iterations()).isEqualTo(14);
    }

    @Test
    void each_set_of_positions_is_a_step_with_its_moment_and_forces() {
        Output output = read(text("o2_steps.txt"));
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.steps()).isEqualTo(3);
        Step step = Resources.last(output);
        assertThat(step.moment()).isEqualTo(new SaidMoment.Given(1.999486));
        assertThat(step.forces())
                .isInstanceOfSatisfying(
                        SaidForces.Given.class,
                        given -> assertThat(given.forces().z(1)).isEqualTo(1.61253));
        assertThat(step.structure()).isInstanceOfSatisfying(SaidStructure.Given.class, given -> {
            assertThat(given.structure().species().get(0).symbol()).isEqualTo("O");
            assertThat(given.structure().positions().z(0)).isEqualTo(3.856034);
            assertThat(given.structure().cell().length(2)).isEqualTo(6.245956);
        });
    }

    @Test
    void stress_belongs_to_the_step_before_it() {
        assertThat(Resources.last(read(text("si_stress.txt"))).stress())
                .isEqualTo(new Stress.Tensor(-0.017007, -0.017156, -0.017048, 0.046464, 0.042881, 0.035959));
    }

    @Test
    void the_fingerprint_holds_what_energies_depend_on() {
        assertThat(read(text("si2_pw300.txt")).fingerprint().settings())
                .containsEntry(Fingerprint.Key.VERSION, "22.8.0")
                .containsEntry(Fingerprint.Key.FUNCTIONAL, "PBE")
                .containsEntry(Fingerprint.Key.POTENTIALS, "Si:ee77bee481871cc2cb65ac61239ccafa")
                .containsEntry(Fingerprint.Key.CUTOFF_EV, "300")
                .containsEntry(Fingerprint.Key.BASIS, "plane waves")
                .containsEntry(Fingerprint.Key.K_POINTS, "4x4x4 + [1/8,1/8,1/8]")
                .containsEntry(Fingerprint.Key.SMEARING, "Fermi-Dirac")
                .containsEntry(Fingerprint.Key.SMEARING_EV, "0.1")
                .containsEntry(Fingerprint.Key.SPIN, "none")
                .containsEntry(Fingerprint.Key.CHARGE, "0");
        assertThat(read(text("o2_steps.txt")).fingerprint().settings())
                .containsEntry(Fingerprint.Key.BASIS, "LCAO sz(dzp)")
                .containsEntry(Fingerprint.Key.SPIN, "collinear");
    }

    @Test
    void an_scf_that_gave_up_is_not_hidden_by_the_end_of_the_file() {
        assertThat(read(text("scf_notconv.txt")).verdict())
                .isEqualTo(new Verdict.Unconverged("the SCF of step 1 after 4 iterations"));
    }

    @Test
    void a_traceback_beside_the_text_tells_what_ended_it() {
        Resources.write(folder.resolve("x.err"), text("oom.err"));
        assertThat(read(text("oom.txt")).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crash -> assertThat(crash.error().signature()).isEqualTo("gpaw/out-of-memory"));
    }

    @Test
    void a_text_that_ends_as_usual_without_an_energy_crashed() {
        assertThat(read(text("oom.txt")).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crash -> assertThat(crash.error().signature()).isEqualTo("gpaw/no-energy"));
    }

    @Test
    void a_later_step_that_was_broken_off_is_noticed() {
        String text = text("o2_steps.txt");
        int third = text.lastIndexOf("iter:   4");
        String broken = text.substring(0, third) + text.substring(text.indexOf("Timing:"));
        Output output = read(broken);
        assertThat(output.steps()).isEqualTo(2);
        assertThat(output.verdict()).isInstanceOf(Verdict.Crashed.class);
    }

    @Test
    void a_text_cut_anywhere_is_truncated() {
        String text = text("o2_steps.txt");
        int end = text.lastIndexOf("Date:");
        for (int at = text.indexOf("22.8.0") + 10; at < end; at += 97) {
            Output output = read(text.substring(0, at));
            assertThat(output.verdict()).isInstanceOf(Verdict.Truncated.class);
            assertThat(output.steps()).isLessThanOrEqualTo(3);
        }
        assertThat(read(text.substring(0, text.length() - 1)).verdict()).isInstanceOf(Verdict.Truncated.class);
    }

    @Test
    void a_force_that_is_missing_breaks_its_step() {
        String text = text("o2_steps.txt");
        int row = text.lastIndexOf("  1 O ");
        Output output = read(text.substring(0, row) + text.substring(text.indexOf('\n', row) + 1));
        assertThat(output.steps()).isEqualTo(2);
        assertThat(output.verdict()).isInstanceOf(Verdict.Unconverged.class);
    }

    @Test
    void two_calculations_in_one_file_are_not_one() {
        String text = text("si2_pw300.txt");
        assertThat(read(text + text).verdict()).isInstanceOf(Verdict.NotThisCalculation.class);
    }
}
