package cairn.codes.dft.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The processes of the engine, with a stand-in for VASP.
@Tag("slow")
class VaspEngineTest {
    /// Copper and aluminium by turns, so that POSCAR must have another order.
    private static final Structure ALLOY = alloy(0.1);

    /// vasprun.xml has eight decimals.
    private static final double PRINTED = 1e-7;

    @TempDir
    private Path folder;

    @BeforeEach
    void potcars() throws IOException {
        MadeUpPotcars.in(folder.resolve("potcars"));
    }

    private static Structure alloy(double moved) {
        List<Element> species = Stream.of("Cu", "Al", "Cu", "Al")
                .map(s -> Element.ofSymbol(s).orElseThrow())
                .toList();
        return Structure.free(
                Cell.of(3.8, 0, 0, 0.1, 3.8, 0, 0, 0.2, 3.9),
                species,
                Positions.of(moved, 0, 0, 0, 1.9, 1.9, 1.9, 0, 1.9, 1.9, 1.9 + moved, 0));
    }

    private VaspCode code(String more) {
        return (VaspCode)
                Codes.of("""
                {"use":"vasp","functional":"PBE","cutoff_ev":400.0,"k_points":{"spacing_per_ang":1.0},
                 "smearing":"gaussian","smearing_width_ev":0.1,"scf_convergence_ev":1e-6,"scf_iterations":20,
                 "pseudopotentials":"%s"%s}""".formatted(folder.resolve("potcars"), more)).orElseThrow();
    }

    private ForceEngine engine(String... arguments) {
        return VaspEngine.of(code(""), folder.resolve("work"), StandIn.command(arguments));
    }

    private static Evaluation byAse(Path folder, Structure structure) {
        Code ase = Codes.of("""
                {"use":"ase","ase":{"calculator":"emt"}}""").orElseThrow();
        try (ForceEngine engine = ase.open(folder.resolve("ase"))) {
            return engine.evaluate(structure);
        }
    }

    @Test
    void energy_forces_and_stress_come_back_in_the_order_of_the_structure() {
        Evaluation expected = byAse(folder, ALLOY);
        try (ForceEngine engine = engine()) {
            Evaluation evaluation = engine.evaluate(ALLOY);

            assertThat(evaluation.energyEv()).isCloseTo(expected.energyEv(), within(PRINTED));
            assertThat(evaluation.forces().toArray())
                    .containsExactly(expected.forces().toArray(), within(PRINTED));
            assertThat(components(evaluation.stress())).containsExactly(components(expected.stress()), within(PRINTED));
            assertThat(engine.version()).isEqualTo("0-stand-in");
        }
    }

    private static double[] components(Stress stress) {
        Stress.Tensor t = (Stress.Tensor) stress;
        return new double[] {t.xx(), t.yy(), t.zz(), t.yz(), t.xz(), t.xy()};
    }

    @Test
    void a_structure_near_an_earlier_one_starts_from_what_that_has_saved() throws IOException {
        try (ForceEngine engine = engine()) {
            engine.evaluate(ALLOY);
            assertThat(incar(0)).contains("ISTART = 0", "ICHARG = 2", "NSW = 0", "IBRION = -1", "ISIF = 2");
            double fresh = engine.evaluate(alloy(0.8)).energyEv();
            assertThat(incar(1)).contains("ISTART = 0", "ICHARG = 2");

            double near = engine.evaluate(alloy(0.75)).energyEv();
            assertThat(incar(1)).contains("ISTART = 1", "ICHARG = 1");
            assertThat(incar(0)).contains("ISTART = 0");
            assertThat(near).isNotEqualTo(fresh);
            // From saved orbitals, the same to what EDIFF allows.
            assertThat(engine.evaluate(alloy(0.8)).energyEv()).isCloseTo(fresh, within(1e-6));
        }
    }

    private List<String> incar(int image) throws IOException {
        return Files.readAllLines(folder.resolve("work/image-" + image + "/INCAR"));
    }

    @Test
    void files_that_were_cut_are_not_read() throws IOException {
        try (ForceEngine engine = engine()) {
            engine.evaluate(ALLOY);
            cut(folder.resolve("work/image-0/WAVECAR"));
            engine.evaluate(alloy(0.11));
            assertThat(incar(0)).contains("ISTART = 0", "ICHARG = 1");
            cut(folder.resolve("work/image-0/CHGCAR"));
            engine.evaluate(alloy(0.12));
            assertThat(incar(0)).contains("ISTART = 1", "ICHARG = 0");
        }
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 10));
    }

    @Test
    void a_run_that_stumbles_over_saved_orbitals_is_made_again_from_nothing() throws IOException {
        try (ForceEngine engine = engine("--not-reading")) {
            double first = engine.evaluate(ALLOY).energyEv();
            assertThat(engine.evaluate(ALLOY).energyEv()).isEqualTo(first);
            assertThat(incar(0)).contains("ISTART = 0", "ICHARG = 2");
        }
    }

    @Test
    void no_potcar_is_left_and_no_orbitals_after_the_end() throws IOException {
        try (ForceEngine engine = engine()) {
            engine.evaluate(ALLOY);
            assertThat(folder.resolve("work/image-0/POTCAR")).doesNotExist();
            assertThat(folder.resolve("work/image-0/WAVECAR")).exists();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .contains("INCAR", "KPOINTS", "POSCAR", "OUTCAR", "vasprun.xml")
                    .doesNotContain("POTCAR", "WAVECAR", "CHGCAR");
        }
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> text(file).contains("no other file may hold"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void killed_once_it_is_started_again_and_gives_the_same() {
        double undisturbed = byAse(folder, ALLOY).energyEv();
        try (ForceEngine engine = engine("--killed-once")) {
            assertThat(engine.evaluate(ALLOY).energyEv()).isCloseTo(undisturbed, within(PRINTED));
        }
        assertThat(folder.resolve("work/killed")).exists();
    }

    @Test
    void killed_again_and_again_it_is_lost_and_leaves_no_potcar() {
        try (ForceEngine engine = engine("--always-killed")) {
            assertThatThrownBy(() -> engine.evaluate(ALLOY))
                    .isInstanceOf(EngineLost.class)
                    .hasMessage("VASP was killed by signal 9");
        }
        assertThat(folder.resolve("work/image-0/POTCAR")).doesNotExist();
    }

    @Test
    void an_scf_that_does_not_converge_gives_no_energy() {
        VaspCode hasty = (VaspCode) Codes.of(code("").spec().replace("\"scf_iterations\":20", "\"scf_iterations\":3"))
                .orElseThrow();

        CodeError error = failure(VaspEngine.of(hasty, folder.resolve("work"), StandIn.command()));

        assertThat(error.signature()).isEqualTo("vasp/scf-not-converged");
        assertThat(error.message()).isEqualTo("VASP did not converge the SCF of step 1 after 3 iterations.");
    }

    private static CodeError failure(ForceEngine engine) {
        try (engine) {
            engine.evaluate(ALLOY);
        } catch (EngineFailure failure) {
            return failure.error();
        }
        throw new AssertionError("it did not fail");
    }

    @Test
    void a_message_of_vasp_is_the_failure() {
        assertThat(failure(engine("--crash")).signature()).isEqualTo("vasp/zpotrf");
    }

    @Test
    void a_program_that_leaves_without_a_word_is_a_failure_too() {
        CodeError error = failure(engine("--silent"));

        assertThat(error.signature()).isEqualTo("vasp/ended");
        assertThat(error.message()).isEqualTo("VASP ended with status 3 before its calculation did.");
    }

    @Test
    void a_command_that_is_not_there_is_named() {
        CodeError error =
                failure(VaspEngine.of(code(""), folder.resolve("work"), new VaspCommand(List.of("no_such_vasp_std"))));

        assertThat(error.signature()).isEqualTo("vasp/not-installed");
        assertThat(error.message()).contains("no_such_vasp_std");
    }
}
