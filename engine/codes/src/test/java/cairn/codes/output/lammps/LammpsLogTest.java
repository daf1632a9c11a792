package cairn.codes.output.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Output;
import cairn.codes.output.Resources;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Stress;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against logs that LAMMPS really wrote; ORIGIN.md beside them says how.
class LammpsLogTest {
    @TempDir
    private Path folder;

    private Output read(String text) {
        return new LammpsLog().read(Resources.write(folder.resolve("log.lammps"), text), _ -> {});
    }

    private static String text(String name) {
        return Resources.text(LammpsLogTest.class, name);
    }

    private static String log(String units, String rows) {
        return "LAMMPS (2 Aug 2023)\nunits " + units + "\nrun 1\n" + rows
                + "Loop time of 1 on 1 procs for 1 steps with 2 atoms\nTotal wall time: 1:02:03\n";
    }

    @Test
    void the_last_energy_of_a_minimization_has_all_digits() {
        Output output = read(text("relaxed.log"));
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.version()).isEqualTo("29 Sep 2021 - Update 2");
        assertThat(Resources.last(output).energies().free()).isCloseTo(-296.240657625214, within(2e-12));
    }

    @Test
    void a_dump_beside_the_log_gives_structure_and_forces_of_the_last_step() {
        Resources.write(folder.resolve("min_noconv.dump"), text("min_noconv.dump"));
        Step step = Resources.last(read(text("min_noconv.log")));
        assertThat(step.forces()).isInstanceOfSatisfying(SaidForces.Given.class, given -> {
            assertThat(given.forces().count()).isEqualTo(65);
            double largest =
                    Arrays.stream(given.forces().toArray()).map(Math::abs).max().orElseThrow();
            // The thermodynamic output says so, too.
            assertThat(largest).isCloseTo(1.2116491, within(1e-5));
        });
        assertThat(step.structure())
                .isInstanceOfSatisfying(
                        SaidStructure.Given.class,
                        given -> assertThat(given.structure().species().get(64).symbol())
                                .isEqualTo("Li"));
    }

    @Test
    void a_dump_of_another_step_is_not_taken() {
        String dump = text("min_noconv.dump");
        int last = dump.lastIndexOf("ITEM: TIMESTEP");
        Resources.write(folder.resolve("min_noconv.dump"), dump.substring(0, last));
        assertThat(Resources.last(read(text("min_noconv.log"))).forces()).isEqualTo(new SaidForces.NotGiven());
    }

    @Test
    void a_minimization_that_ran_out_of_evaluations_did_not_converge() {
        assertThat(read(text("min_noconv.log")).verdict())
                .isEqualTo(new Verdict.Unconverged("minimization 1, which stopped for: max force evaluations"));
    }

    @Test
    void a_run_that_its_timer_stopped_is_out_of_time() {
        assertThat(read(text("timeout.log")).verdict()).isInstanceOf(Verdict.OutOfTime.class);
    }

    @Test
    void a_killed_run_is_truncated_where_its_whole_lines_end() {
        String text = text("killed.log");
        assertThat(read(text).verdict()).isEqualTo(new Verdict.Truncated(text.lastIndexOf('\n') + 1));
    }

    @Test
    void a_log_cut_anywhere_is_truncated() {
        String text = text("relaxed.log");
        for (int at = 40; at < text.length(); at += 97) {
            assertThat(read(text.substring(0, at)).verdict()).isInstanceOf(Verdict.Truncated.class);
        }
        assertThat(read(text.substring(0, text.length() - 1)).verdict()).isInstanceOf(Verdict.Truncated.class);
    }

    /// Of a minimization the last row is printed again with more digits, unless the log ends before that.
    @Test
    void the_last_row_of_a_cut_minimization_is_no_step() {
        String text = text("min_noconv.log");
        assertThat(read(text.substring(0, text.indexOf("Minimization stats"))).steps())
                .isEqualTo(1);
        assertThat(read(text).steps()).isEqualTo(2);
    }

    @Test
    void a_run_that_halted_early_did_not_do_what_it_was_asked() {
        String rows = "   Step          PotEng\n         0   -1.0\n         1   -2.0\n";
        assertThat(read(log("metal", rows)).verdict()).isEqualTo(new Verdict.Complete());
        assertThat(read(log("metal", rows).replace("run 1", "run 100")).verdict())
                .isEqualTo(new Verdict.Unconverged("the run of 100 steps stopped after 1"));
    }

    /// 1 kcal/mol is 0.0433641 eV, and 1 atm 6.32420e-7 eV/Angstrom^3.
    @Test
    void units_real_become_electronvolts() {
        Output output = read(log(
                "real", "Step E_pair E_mol Pxx Pyy Pzz Pxy Pxz Pyz\n 0 -90.0 -10.0 1000 2000 3000 4000 5000 6000\n"));
        Step step = Resources.last(output);
        assertThat(step.energies().free()).isCloseTo(-4.33641, within(1e-5));
        assertThat(step.stress()).isInstanceOfSatisfying(Stress.Tensor.class, stress -> {
            assertThat(stress.xx()).isCloseTo(-6.32420e-4, within(1e-8));
            assertThat(stress.yz()).isCloseTo(-6 * 6.32420e-4, within(1e-8));
            assertThat(stress.xy()).isCloseTo(-4 * 6.32420e-4, within(1e-8));
        });
        assertThat(output.cost().seconds()).hasValue(3723);
    }

    @Test
    void units_without_an_electronvolt_are_refused() {
        assertThatThrownBy(() -> read(log("lj", "Step PotEng\n 0 -1.0\n")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("units lj");
    }

    @Test
    void an_energy_that_is_no_number_is_no_step() {
        Output output = read(log("metal", "Step PotEng\n 0 -1.0\n 1 nan\n"));
        assertThat(output.steps()).isEqualTo(1);
        assertThat(output.verdict()).isInstanceOf(Verdict.Unconverged.class);
    }

    @Test
    void an_error_has_its_signature() {
        assertThat(
                        read("LAMMPS (2 Aug 2023)\nunits metal\nERROR: Lost atoms: original 65 current 0 (src/thermo.cpp:439)\n")
                                .verdict())
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crash -> assertThat(crash.error().signature()).isEqualTo("lammps/lost-atoms"));
    }
}
