package cairn.codes.dft.espresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.dft.KilledProgram;
import cairn.codes.dft.ParsedByAse;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the real pw.x.
@Tag("slow")
class EspressoTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);

    /// pw.x prints eight digits of a Rydberg.
    private static final double LAST_DIGIT_RY = 0.51e-8;

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.program("pw.x", "quantum-espresso");
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF", "quantum-espresso-data");
        Installed.file("/usr/share/cp2k/GTH_POTENTIALS", "cp2k-data");
    }

    /// Si2 at 20 Ry on a mesh of 2x2x2: seconds, and far from converged.
    private static Code code(String... more) {
        return Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":272.11386245988,"k_points":{"mesh":[2,2,2]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":50,
                 "pseudopotentials":{"Si":"/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF"}%s}""".formatted(String.join("", more))).orElseThrow();
    }

    private Evaluation evaluate(Code code, Structure structure) {
        try (ForceEngine engine = code.open(folder)) {
            Evaluation evaluation = engine.evaluate(structure);
            assertThat(engine.version()).startsWith("6.");
            return evaluation;
        }
    }

    private List<Double> printedRydbergs() throws IOException {
        return Files.readString(folder.resolve("screen"))
                .lines()
                .filter(line -> line.startsWith("!    total energy"))
                .map(line -> Double.valueOf(line.replaceAll(".*=|Ry", "").strip()))
                .toList();
    }

    @Test
    void energies_and_forces_are_those_in_the_output_of_pw() throws Exception {
        Evaluation evaluation = evaluate(code(), SILICON);

        assertThat(evaluation.energyEv() / Units.EV_PER_RYDBERG)
                .isCloseTo(printedRydbergs().getLast(), within(LAST_DIGIT_RY));
        Forces printed = ParsedByAse.forces(folder.resolve("screen"), "espresso-out");
        for (int atom = 0; atom < SILICON.count(); atom++) {
            // Eight digits of Ry/Bohr are printed.
            assertThat(evaluation.forces().x(atom)).isCloseTo(printed.x(atom), within(3e-7));
            assertThat(evaluation.forces().y(atom)).isCloseTo(printed.y(atom), within(3e-7));
            assertThat(evaluation.forces().z(atom)).isCloseTo(printed.z(atom), within(3e-7));
        }
    }

    @Test
    void one_process_answers_for_all_structures_of_a_cell() throws IOException {
        try (ForceEngine engine = code().open(folder)) {
            double first = engine.evaluate(SILICON).energyEv();
            engine.evaluate(Crystals.silicon(5.43, 0.1));
            // The SCF starts from another density: the same to its convergence.
            assertThat(engine.evaluate(SILICON).energyEv()).isCloseTo(first, within(1e-7));
            engine.evaluate(Crystals.silicon(5.44, 0.05));
        }
        assertThat(Files.readString(folder.resolve("screen")).lines().filter(line -> line.contains("Program PWSCF")))
                .hasSize(2);
    }

    /// What the killed one wrote it may not have sent yet.
    @Test
    void killed_while_it_computes_it_starts_again_and_gives_the_same() throws IOException {
        double undisturbed = evaluate(code(), SILICON).energyEv();
        CompletableFuture<Boolean> killed = KilledProgram.after(Duration.ofMillis(200), "/pw.x", folder);

        assertThat(evaluate(code(), SILICON).energyEv()).isCloseTo(undisturbed, within(1e-7));
        assertThat(killed).isCompletedWithValue(true);
        assertThat(Files.readString(folder.resolve("screen")).lines().filter(line -> line.contains("Program PWSCF")))
                .hasSizeBetween(2, 3);
    }

    @Test
    void on_two_cores_mpirun_starts_it_and_the_numbers_are_the_same() throws IOException {
        Installed.program("mpirun", "openmpi-bin");
        double alone = evaluate(code(), SILICON).energyEv();

        try (ForceEngine engine = code().open(folder.resolve("two"), 2)) {
            // The sums over plane waves are of another order: the same to the convergence of the SCF.
            assertThat(engine.evaluate(SILICON).energyEv()).isCloseTo(alone, within(1e-6));
        }
        assertThat(folder.resolve("two/screen")).content().contains("running on     2 processors");
    }

    @Test
    void an_scf_that_does_not_converge_gives_no_energy() {
        Code hasty = Codes.of(code().spec().replace("\"scf_iterations\":50", "\"scf_iterations\":2"))
                .orElseThrow();

        assertThatThrownBy(() -> evaluate(hasty, SILICON)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
            assertThat(failure.error().signature()).isEqualTo("qe/scf-not-converged");
            assertThat(failure.error().message()).contains("convergence NOT achieved after 2 iterations");
        });
    }

    @Test
    void what_pw_says_before_it_ends_is_the_failure() {
        Code wrong = code(",\"qe\":{\"electrons\":{\"diagonalization\":\"nonsense\"}}");

        assertThatThrownBy(() -> evaluate(wrong, SILICON)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
            assertThat(failure.error().signature()).isEqualTo("qe/bad-value");
            assertThat(failure.error().message()).contains("Error in routine", "diagonalization");
        });
    }

    /// Energies (Ry) of pw.x 6.7 with the same potentials, converted by another program, at another time.
    @ParameterizedTest
    @CsvSource({"Si, 30, 6, 5.47, -15.75185860", "TiC, 100, 4, 4.33, -127.65837676"})
    void converted_potentials_give_the_energies_of_another_conversion(
            String name, double cutoffRy, int mesh, double edge, double expectedRy) throws IOException {
        Structure structure = name.equals("Si") ? Crystals.silicon(edge, 0) : Crystals.titaniumCarbide(edge);
        Code code = Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":%1$s,"k_points":{"mesh":[%3$d,%3$d,%3$d]},
                 "smearing":"marzari-vanderbilt","smearing_width_ev":%2$s,"scf_convergence_ev":1e-7,"scf_iterations":100,
                 "pseudopotentials":"gth-pbe","qe":{"system":{"nosym":false}}}""".formatted(cutoffRy * Units.EV_PER_RYDBERG, 0.01 * Units.EV_PER_RYDBERG, mesh))
                .orElseThrow();

        evaluate(code, structure);

        assertThat(printedRydbergs().getLast()).isCloseTo(expectedRy, within(2e-7));
    }
}
