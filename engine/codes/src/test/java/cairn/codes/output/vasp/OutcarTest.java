package cairn.codes.output.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Stress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcarTest {
    private static final String TEXT = Sample.text("OUTCAR");

    @TempDir
    private Path folder;

    private Output read(String text) {
        return Sample.read(new Outcar(), folder.resolve("OUTCAR"), text);
    }

    @Test
    void energies_are_told_apart() {
        Step step = Sample.last(read(TEXT));
        assertThat(step.energies().free()).isEqualTo(-20.83);
        assertThat(step.energies().of(Kind.SIGMA_ZERO)).hasValue(-20.8299375);
        assertThat(step.energies().of(Kind.WITHOUT_ENTROPY)).hasValue(-20.829875);
    }

    @Test
    void forces_moment_and_iterations_are_those_of_the_step() {
        Step step = Sample.last(read(TEXT));
        assertThat(step.forces()).isInstanceOfSatisfying(SaidForces.Given.class, given -> {
            assertThat(given.forces().count()).isEqualTo(4);
            assertThat(given.forces().x(0)).isEqualTo(0.336461);
            assertThat(given.forces().z(3)).isEqualTo(0.0911);
        });
        assertThat(step.moment()).isEqualTo(new SaidMoment.Given(0.0369));
        assertThat(step.iterations()).isEqualTo(4);
    }

    /// ASE 3.22.1 gives these numbers.
    @Test
    void stress_is_positive_where_the_cell_wants_to_shrink() {
        assertThat(Sample.last(read(TEXT)).stress()).isInstanceOfSatisfying(Stress.Tensor.class, stress -> {
            assertThat(stress.xx()).isCloseTo(0.00496156, within(1e-8));
            assertThat(stress.yz()).isCloseTo(-0.00546317, within(1e-8));
            assertThat(stress.xz()).isCloseTo(-0.00945745, within(1e-8));
            assertThat(stress.xy()).isCloseTo(0.00068035, within(1e-8));
        });
    }

    @Test
    void the_structure_has_elements_cell_and_positions() {
        assertThat(Sample.last(read(TEXT)).structure()).isInstanceOfSatisfying(SaidStructure.Given.class, given -> {
            assertThat(given.structure().species().get(3).symbol()).isEqualTo("Si");
            assertThat(given.structure().cell().length(0)).isEqualTo(10.865);
            assertThat(given.structure().positions().x(1)).isEqualTo(5.48895);
        });
    }

    @Test
    void a_run_that_ended_and_met_all_criteria_is_complete() {
        Output output = read(TEXT);
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.version()).isEqualTo("6.3.2");
        assertThat(output.steps()).isEqualTo(3);
        assertThat(output.cost().seconds()).hasValue(82.845);
        assertThat(output.cost().memory()).hasValue(50848 / 1024.0);
    }

    @Test
    void the_fingerprint_holds_what_energies_depend_on() {
        assertThat(read(TEXT).fingerprint().settings())
                .containsEntry(Fingerprint.Key.FUNCTIONAL, "PBE")
                .containsEntry(Fingerprint.Key.POTENTIALS, "Li:PAW_PBE Li_sv 10Sep2004, Si:PAW_PBE Si 05Jan2001")
                .containsEntry(Fingerprint.Key.CUTOFF_EV, "520")
                .containsEntry(Fingerprint.Key.K_POINTS, "2x2x2")
                .containsEntry(Fingerprint.Key.SMEARING, "Gaussian")
                .containsEntry(Fingerprint.Key.SMEARING_EV, "0.05")
                .containsEntry(Fingerprint.Key.SPIN, "collinear")
                .containsEntry(Fingerprint.Key.HUBBARD_U_EV, "Li:0, Si:2.5")
                .containsEntry(Fingerprint.Key.DISPERSION, "D3 with Becke-Johnson damping")
                .containsEntry(Fingerprint.Key.CHARGE, "0");
    }

    @Test
    void a_charged_cell_is_told_from_its_electrons() {
        assertThat(read(TEXT.replace("NELECT =      14.0000", "NELECT =      13.0000"))
                        .fingerprint()
                        .settings())
                .containsEntry(Fingerprint.Key.CHARGE, "1");
    }

    @Test
    void an_scf_that_ran_out_of_iterations_is_not_hidden_by_the_accounting() {
        String text = Sample.replaceLast(TEXT, Sample.CONVERGED, Sample.UNCONVERGED);
        assertThat(read(text).verdict()).isEqualTo(new Verdict.Unconverged("the SCF of step 3 after 4 iterations"));
    }

    /// VASP 5 says nothing at all then.
    @Test
    void an_scf_that_says_nothing_of_its_end_did_not_converge() {
        String text = Sample.replaceLast(TEXT, Sample.CONVERGED, "");
        assertThat(read(text).verdict()).isInstanceOf(Verdict.Unconverged.class);
    }

    @Test
    void in_a_relaxation_an_earlier_scf_that_did_not_converge_is_a_warning() {
        Output output = read(TEXT.replaceFirst(Sample.CONVERGED, "aborting loop EDIFF was not reached "));
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.warnings()).contains("not converged: the SCF of step 1 after 4 iterations");
    }

    @Test
    void in_molecular_dynamics_every_scf_has_to_converge() {
        String dynamics = TEXT.replace("IBRION =      2", "IBRION =      0")
                .replace("NSW    =     50", "NSW    =      3")
                .replace(Sample.ACCURATE, "");
        assertThat(read(dynamics).verdict()).isEqualTo(new Verdict.Complete());
        assertThat(read(dynamics.replaceFirst(Sample.CONVERGED, "aborting loop EDIFF was not reached "))
                        .verdict())
                .isEqualTo(new Verdict.Unconverged("the SCF of step 1 after 4 iterations"));
    }

    @Test
    void a_relaxation_that_ran_out_of_steps_is_not_complete() {
        String text = TEXT.replace(Sample.ACCURATE, "").replace("NSW    =     50", "NSW    =      3");
        assertThat(read(text).verdict()).isEqualTo(new Verdict.Unconverged("the relaxation after 3 of 3 steps"));
    }

    @Test
    void a_stop_that_the_user_asked_for_can_go_on() {
        String soft = TEXT.replace(Sample.ACCURATE, " soft stop encountered!  aborting job ...\n");
        assertThat(read(soft).verdict())
                .isInstanceOfSatisfying(
                        Verdict.OutOfTime.class,
                        stop -> assertThat(stop.saved()).isEqualTo(Verdict.Saved.RESTARTABLE));
        String hard = Sample.replaceLast(TEXT, Sample.CONVERGED, "aborting loop because hard stop was set ")
                .replace(Sample.ACCURATE, "");
        assertThat(read(hard).verdict()).isInstanceOf(Verdict.OutOfTime.class);
    }

    @Test
    void a_file_cut_at_any_line_is_truncated_and_keeps_its_whole_steps() {
        int end = TEXT.indexOf("Voluntary context switches:");
        for (int at = TEXT.indexOf('\n'); at >= 0 && at < end; at = TEXT.indexOf('\n', at + 400)) {
            Output output = read(TEXT.substring(0, at + 1));
            assertThat(output.verdict()).isEqualTo(new Verdict.Truncated(at + 1));
            assertThat(output.steps()).isEqualTo(stepsBefore(at + 1));
        }
    }

    /// Around what ends a step, and the run.
    @Test
    void a_line_without_its_end_is_no_line() {
        for (int step = 1, from = 0; step <= 3; step++) {
            from = TEXT.indexOf("energy  without entropy", from + 1);
            int newline = TEXT.indexOf('\n', from);
            for (int at = from; at <= newline; at++) {
                Output output = read(TEXT.substring(0, at));
                assertThat(output.steps()).isEqualTo(step - 1);
                assertThat(output.verdict()).isInstanceOf(Verdict.Truncated.class);
            }
        }
        for (int at = TEXT.indexOf("Voluntary"); at < TEXT.length(); at++) {
            assertThat(read(TEXT.substring(0, at)).verdict()).isInstanceOf(Verdict.Truncated.class);
        }
    }

    private static int stepsBefore(int at) {
        int steps = 0;
        for (int from = TEXT.indexOf("energy  without entropy"); from >= 0 && from < at; steps++) {
            from = TEXT.indexOf("energy  without entropy", from + 1);
        }
        return steps;
    }

    @Test
    void a_missing_row_of_forces_is_noticed() {
        String row = TEXT.substring(TEXT.lastIndexOf("      5.28818"), TEXT.lastIndexOf("0.091100\n") + 9);
        assertThat(read(TEXT.replace(row, "")).verdict())
                .isEqualTo(new Verdict.NotThisCalculation("4 atoms", "forces on 3 in step 3"));
    }

    @Test
    void stars_are_no_force() {
        Output output = read(TEXT.replace("0.091100\n", "********\n"));
        assertThat(output.verdict()).isInstanceOf(Verdict.Unconverged.class);
        assertThat(Sample.last(output).forces()).isEqualTo(new SaidForces.NotGiven());
    }

    @Test
    void an_energy_that_is_no_number_is_no_step() {
        Output output = read(TEXT.replace(
                "free  energy   TOTEN  =        -20.83000000", "free  energy   TOTEN  =                 NaN"));
        assertThat(output.steps()).isEqualTo(2);
        assertThat(output.verdict()).isEqualTo(new Verdict.Unconverged("the energy of step 3, which is not a number"));
    }

    @Test
    void two_runs_in_one_file_are_not_one() {
        assertThat(read(TEXT + TEXT).verdict()).isInstanceOf(Verdict.NotThisCalculation.class);
    }

    @Test
    void a_step_that_is_missing_is_noticed() {
        String without =
                TEXT.substring(0, TEXT.indexOf("-------------------------------------- Iteration      2(   1)"))
                        + TEXT.substring(TEXT.indexOf("-------------------------------------- Iteration      3(   1)"));
        assertThat(read(without).verdict())
                .isEqualTo(new Verdict.NotThisCalculation("one run, with all of its steps", "step 3 follows step 1"));
    }

    @Test
    void words_of_the_user_change_nothing() {
        Output output = read(TEXT.replace("SYSTEM =  unknown system", "SYSTEM =  x; NSW = 1; ENCUT = 1"));
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.fingerprint().settings()).containsEntry(Fingerprint.Key.CUTOFF_EV, "520");
    }

    @Test
    void an_error_in_a_frame_is_told_in_its_words() {
        String frame = """
                 -----------------------------------------------------------------------------
                |                                                                             |
                |     EEEEEEE  RRRRRR   RRRRRR   OOOOOOO  RRRRRR      ###     ###     ###     |
                |                                                                             |
                |     The flux capacitor of the basis set is empty. Please fill it            |
                |     before you go on.                                                       |
                |                                                                             |
                |       ---->  I REFUSE TO CONTINUE WITH THIS SICK JOB ... BYE!!! <----       |
                |                                                                             |
                 -----------------------------------------------------------------------------
                """;
        String text =
                TEXT.substring(0, TEXT.indexOf("-------------------------------------- Iteration")) + "\n" + frame;
        assertThat(read(text).verdict()).isInstanceOfSatisfying(Verdict.Crashed.class, crash -> {
            assertThat(crash.error().signature()).isEqualTo("vasp/refused");
            assertThat(crash.error().message())
                    .isEqualTo(
                            "VASP says: The flux capacitor of the basis set is empty. Please fill it before you go on.");
        });
    }

    @Test
    void steps_are_handed_out_in_their_order() {
        List<Double> energies = new ArrayList<>();
        Path file = folder.resolve("OUTCAR");
        Sample.write(file, TEXT);
        new Outcar().read(file, step -> energies.add(step.energies().free()));
        assertThat(energies).containsExactly(-20.81, -20.82, -20.83);
    }
}
