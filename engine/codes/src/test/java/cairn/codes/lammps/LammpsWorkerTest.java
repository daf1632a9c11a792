package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.client.Client;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.client.Speech;
import cairn.codes.ipi.IpiUnits;
import cairn.codes.lammps.worker.Worker;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What LAMMPS's own library does to the process that it is in, and what is told of it here, where life goes on.
class LammpsWorkerTest {
    private static final Structure SILICON = Silicon.rattled(Silicon.crystal(1), .1, 7);

    @TempDir
    private Path folder;

    private static Way.Library library() {
        return Silicon.needsLibrary();
    }

    private ForceEngine by(Way... ways) {
        return LammpsEngine.of(folder, KimModel.CUI_2012_LI_SI, List.of(ways));
    }

    /// LAMMPS in a worker, with an input of the test's own.
    private record WithInput(String input) implements Client {
        @Override
        public String program() {
            return "LAMMPS";
        }

        @Override
        public IpiUnits units() {
            return IpiUnits.OURS;
        }

        @Override
        public Speech speech() {
            return LammpsClient.SPEECH;
        }

        @Override
        public Object scope(Structure structure) {
            return structure.species();
        }

        @Override
        public List<String> prepare(Structure structure, String socket, Path folder, int cores) throws IOException {
            Files.writeString(folder.resolve("its.in"), input);
            Files.writeString(folder.resolve(DataFile.NAME), DataFile.of(structure));
            return Worker.command(library().file(), Path.of("/tmp/ipi_" + socket), "its.in");
        }

        @Override
        public CodeError notInstalled(String why) {
            return new CodeError("lammps/not-installed", why, "");
        }
    }

    private CodeError failureOf(String input) {
        try (ClientEngine engine = ClientEngine.of(new WithInput(input), folder, 1, Patience.usual())) {
            return failureOf(() -> engine.evaluate(SILICON));
        }
    }

    private static CodeError failureOf(ThrowingCallable evaluation) {
        CodeError[] error = new CodeError[1];
        assertThatThrownBy(evaluation)
                .isInstanceOfSatisfying(EngineFailure.class, failure -> error[0] = failure.error());
        return error[0];
    }

    @Test
    void a_command_that_lammps_does_not_know_ends_the_worker_and_is_told_in_its_words() {
        CodeError error = failureOf("units metal\nnonsense 1 2 3\n");

        assertThat(error.signature()).isEqualTo("lammps/bad-input");
        assertThat(error.message()).startsWith("LAMMPS says: ERROR: Unknown command: nonsense 1 2 3");
        assertThat(Children.in(folder)).isEmpty();
    }

    @Test
    void a_potential_file_that_is_cut_ends_the_worker_and_is_told_in_its_words() throws IOException {
        Files.writeString(folder.resolve("cut.sw"), "Si Si Si 2.1683 2.0951 1.80\n");

        CodeError error = failureOf("""
                units metal
                box tilt large
                read_data structure.data
                pair_style sw
                pair_coeff * * cut.sw Si
                """);

        assertThat(error.message())
                .startsWith("LAMMPS says: ERROR on proc 0: Incorrect format in sw potential file! 6/14 parameters");
    }

    @Test
    void a_lammps_that_leaves_is_told_with_its_status_and_last_words() {
        CodeError error = failureOf("print \"nothing to do\"\nquit 7\n");

        assertThat(error.signature()).isEqualTo("lammps/ended");
        assertThat(error.message()).startsWith("LAMMPS ended with status 7").contains("nothing to do");
    }

    /// LAMMPS of 29 Sep 2021 takes a new style of output for set up when it is told to pass over that.
    @Test
    void a_segmentation_fault_breaks_the_worker_alone() throws IOException {
        CodeError error = failureOf("""
                units metal
                box tilt large
                read_data structure.data
                pair_style lj/cut 3.0
                pair_coeff * * 0.1 2.0
                mass * 28.0
                run 0
                thermo_style custom step pe
                run 1 pre no
                """);

        assertThat(error.signature()).isEqualTo("lammps/crashed");
        assertThat(error.message()).startsWith("LAMMPS says: SIGSEGV");
        assertThat(folder.resolve("screen")).content().contains("liblammps.so", "Thermo::compute");
    }

    @Test
    void the_energy_is_the_number_that_lammps_prints_to_its_last_bit() throws IOException {
        try (ForceEngine engine = by(library())) {
            double energy = engine.evaluate(SILICON).energyEv();

            List<String> screen = Files.readAllLines(folder.resolve("screen"));
            int header = screen.lastIndexOf("Step PotEng Pxx Pyy Pzz Pyz Pxz Pxy Volume ");
            double printed = Double.parseDouble(screen.get(header + 1).strip().split("\\s+")[1]);
            assertThat(energy).isEqualTo(printed);
        }
    }

    @Test
    void both_ways_give_the_same_numbers() {
        Evaluation asLibrary;
        try (ForceEngine engine = by(library())) {
            asLibrary = engine.evaluate(SILICON);
        }
        try (ForceEngine engine = by(new Way.Command())) {
            Evaluation asCommand = engine.evaluate(SILICON);
            assertThat(asCommand.energyEv()).isCloseTo(asLibrary.energyEv(), within(1e-12));
            assertThat(asCommand.forces().toArray())
                    .containsExactly(asLibrary.forces().toArray(), within(1e-12));
            assertThat(RelaxationTest.components(asCommand))
                    .containsExactly(RelaxationTest.components(asLibrary), within(1e-12));
        }
    }

    @Test
    void where_the_library_cannot_be_loaded_the_command_answers() throws IOException {
        Silicon.needsLammps();
        try (ForceEngine engine = by(new Way.Library(Path.of("/no/liblammps.so.0")), new Way.Command())) {
            assertThat(engine.evaluate(SILICON).energyEv()).isLessThan(0);
            assertThat(engine.version()).startsWith("LAMMPS ");
            assertThat(folder.resolve("screen"))
                    .content()
                    .contains("cairn: no library: Can't load library: /no/liblammps.so.0");
        }
    }

    @Test
    void a_library_that_somebody_named_is_not_passed_over() throws IOException {
        Path none = Files.writeString(folder.resolve("liblammps.so"), "no library at all");
        try (ForceEngine engine = by(new Way.Library(none))) {
            CodeError error = failureOf(() -> engine.evaluate(SILICON));

            assertThat(error.signature()).isEqualTo("lammps/no-library");
            assertThat(error.message()).contains(none.toString(), "too short");
            assertThat(error.advice()).contains("CAIRN_LAMMPS_LIBRARY");
        }
    }
}
