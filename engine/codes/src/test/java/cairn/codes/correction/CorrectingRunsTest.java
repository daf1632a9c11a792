package cairn.codes.correction;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.CodeSpec;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.task.Runs;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectingRunsTest {
    private final List<Remedy> told = new ArrayList<>();

    @TempDir
    private Path folder;

    /// Si2, with fewer iterations than its SCF takes.
    private CorrectingRuns runs() {
        Code code = Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":200.0,"k_points":{"mesh":[1,1,1]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":2,
                 "pseudopotentials":{"Si":"/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF"}}""").orElseThrow();
        Treatment treatment =
                Treatment.of(Handlers.of(code.name()), CodeSpec.settings(code.spec()), List.of(), told::add);
        return CorrectingRuns.of(
                code.name(),
                treatment,
                settings -> Codes.of(CodeSpec.of(code.name(), settings)).orElseThrow());
    }

    @Test
    @Tag("slow")
    void a_run_whose_scf_does_not_converge_is_followed_by_one_with_other_numerics() throws Exception {
        Installed.program("pw.x", "quantum-espresso");
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF", "quantum-espresso-data");
        CorrectingRuns runs = runs();
        Task task = new Task.Energy(Crystals.silicon(5.43, 0.05));

        Reading first = Runs.run(runs.first(), task, folder.resolve("run-1"));
        assertThat(first).isInstanceOf(Reading.Failed.class);
        NativeRuns second = runs.after(((Reading.Failed) first).error()).orElseThrow();

        assertThat(Runs.run(second, task, folder.resolve("run-2"))).isInstanceOf(Reading.Finished.class);
        assertThat(told)
                .extracting(Remedy::sentence)
                .containsExactly("The SCF of the run did not converge: mixing_beta lowered from 0.7 to 0.3,"
                        + " the SCF's iterations raised from 2 to 150 (numerics only)");
    }

    /// Readers of outputs name the family of programs.
    @Test
    void an_error_that_a_reader_of_outputs_names_is_the_same_error() {
        assertThat(runs().after(new CodeError("espresso/cholesky", "problems computing cholesky", "")))
                .isPresent();
        assertThat(told).extracting(Remedy::name).containsExactly("paro");
    }

    @Test
    void an_error_that_no_numerics_mend_ends_the_runs() {
        assertThat(runs().after(new CodeError("espresso/pseudopotential-missing", "readpp", "")))
                .isEmpty();
        assertThat(told).isEmpty();
    }
}
