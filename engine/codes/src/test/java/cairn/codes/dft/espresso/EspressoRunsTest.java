package cairn.codes.dft.espresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.output.RunStep;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Runs;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real pw.x.
@Tag("slow")
class EspressoRunsTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.program("pw.x", "quantum-espresso");
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF", "quantum-espresso-data");
    }

    /// Si2 at 20 Ry on a mesh of 2x2x2: seconds, and far from converged.
    private static NativeRuns code(String... more) {
        return Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":272.11386245988,"k_points":{"mesh":[2,2,2]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":50,
                 "pseudopotentials":{"Si":"/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF"}%s}""".formatted(String.join("", more)))
                .orElseThrow()
                .nativeRuns()
                .orElseThrow();
    }

    private static Task.Relax relax(Structure structure, Task.CellMotion cell) {
        return new Task.Relax(structure, cell, 0.01, 3e-4, 60);
    }

    private static Found.Point point(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) reading).found();
    }

    @Test
    void an_energy_is_that_of_the_engine() throws Exception {
        Found.Point alone = point(Runs.run(code(), new Task.Energy(SILICON), folder));

        assertThat(alone.structure()).isEqualTo(SILICON);
        assertThat(alone.steps()).isEqualTo(1);
        assertThat(alone.codeVersion()).startsWith("pw.x 6.");
        assertThat(alone.evaluation().forces().x(1)).isNegative();
    }

    @Test
    void an_atom_that_was_moved_goes_back_to_a_quarter_of_the_diagonal() throws Exception {
        Found.Point relaxed = point(Runs.run(code(), relax(SILICON, Task.CellMotion.FIXED), folder));

        assertThat(relaxed.evaluation().forces().fmax()).isLessThanOrEqualTo(0.01);
        assertThat(relaxed.structure().distance(0, 1)).isCloseTo(Math.sqrt(3) / 4 * 5.43, within(2e-3));
        assertThat(relaxed.structure().cell()).isEqualTo(SILICON.cell());
    }

    @Test
    void a_free_cell_is_at_rest_by_our_own_criteria_or_goes_on() throws Exception {
        Task.Relax task = relax(Crystals.silicon(5.50, 0), Task.CellMotion.FREE);
        List<Reading> pieces = Runs.inPieces(code(), task, 600, folder);

        Found.Point relaxed = point(pieces.getLast());
        assertThat(relaxed.structure().cell().volume()).isBetween(40.0, 46.0);
        assertThat(RunStep.meets(task, relaxed.evaluation())).isTrue();
    }

    @Test
    void dynamics_take_so_many_steps_and_tell_each() throws Exception {
        Task.Dynamics task = new Task.Dynamics(SILICON, new Ensemble.Isolated(300), 2.0, 6, 1);
        Found.Point end = point(Runs.run(code(), task, folder));

        List<Sample> samples = code().samples(task, new Start.Beginning(), folder);
        assertThat(samples).extracting(Sample::step).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.temperatureK()).isPositive();
            assertThat(sample.potentialEv()).isFinite();
            assertThat(sample.pressure()).isFinite();
        });
        assertThat(end.steps()).isEqualTo(6);
        assertThat(end.evaluation().energyEv()).isCloseTo(samples.getLast().potentialEv(), within(1e-6));
    }

    @Test
    void dynamics_in_pieces_are_told_as_one() throws Exception {
        Task.Dynamics task = new Task.Dynamics(SILICON, new Ensemble.AtTemperature(300), 2.0, 20, 1);
        List<Reading> pieces = Runs.inPieces(code(), task, 4, folder);
        assertThat(point(pieces.getLast()).steps()).isEqualTo(20);
    }

    @Test
    void a_relaxation_in_pieces_takes_no_more_steps_than_one_for_each_stop() throws Exception {
        Task.Relax task = relax(Crystals.silicon(5.43, 0.25), Task.CellMotion.FIXED);
        int undisturbed = point(Runs.run(code(), task, folder.resolve("whole"))).steps();
        List<Reading> pieces = Runs.inPieces(code(), task, 2, folder);

        assertThat(point(pieces.getLast()).steps()).isLessThanOrEqualTo(undisturbed + pieces.size() - 1);
    }

    /// Where a run was asked to stop as soon as its second SCF had begun.
    private Path stopped(Task task) throws Exception {
        Path here = folder.resolve("stopped");
        Process run = Runs.start(code(), task, new Start.Beginning(), Room.unlimited(1), here);
        while (run.isAlive() && !hasBegun(2, here.resolve("pw.out"))) {
            Thread.onSpinWait();
        }
        Files.createFile(here.resolve("cairn.EXIT"));
        run.waitFor();
        assertThat(code().read(task, new Start.Beginning(), here)).isInstanceOf(Reading.Stopped.class);
        return here;
    }

    private static boolean hasBegun(int steps, Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).split("Self-consistent Calculation", -1).length > steps;
    }

    @Test
    void saved_files_that_were_cut_or_emptied_or_lost_are_none() throws Exception {
        Task.Relax task = new Task.Relax(Crystals.silicon(5.43, 0.25), Task.CellMotion.FIXED, 1e-3, 1, 400);
        Path first = stopped(task);
        for (String name : List.of("cairn.save/data-file-schema.xml", "cairn.save/charge-density.dat")) {
            byte[] whole = Files.readAllBytes(first.resolve(name));
            assertThat(code().saved(task, first)).containsKey(name);
            for (int length : new int[] {whole.length - 9, whole.length / 2, 5, 0}) {
                Files.write(first.resolve(name), Arrays.copyOf(whole, length));
                assertThat(code().saved(task, first))
                        .as("%d bytes of %s", length, name)
                        .isEmpty();
            }
            Files.delete(first.resolve(name));
            assertThat(code().saved(task, first)).isEmpty();
            Files.write(first.resolve(name), whole);
        }
    }

    @Test
    void what_a_killed_run_left_is_not_trusted_but_its_last_structure_is() throws Exception {
        Task.Relax task = relax(Crystals.silicon(5.43, 0.25), Task.CellMotion.FIXED);
        Found.Point whole = point(Runs.run(code(), task, folder));
        cutInTheThirdStep(folder.resolve("pw.out"));

        Reading reading = code().read(task, new Start.Beginning(), folder);
        assertThat(reading).isInstanceOfSatisfying(Reading.Stopped.class, stopped -> {
            assertThat(stopped.reached().steps()).isEqualTo(2);
            assertThat(stopped.reached().structures()).hasSize(1);
        });
        assertThat(code().saved(task, folder)).isEmpty();

        var reached = ((Reading.Stopped) reading).reached();
        Start later = new Start.Later(reached.structures(), reached.steps());
        Found.Point end = point(Runs.run(code(), task, later, Room.unlimited(1), folder.resolve("later")));
        assertThat(end.evaluation().energyEv()).isCloseTo(whole.evaluation().energyEv(), within(1e-4));
    }

    private static void cutInTheThirdStep(Path file) throws IOException {
        String text = Files.readString(file);
        int at = 0;
        for (int step = 0; step < 3; step++) {
            at = text.indexOf("Self-consistent Calculation", at + 1);
        }
        Files.writeString(file, text.substring(0, at + 300));
    }

    /// H + H2 -> H2 + H on a line, the example that comes with neb.x: symmetric, so that both barriers are the same.
    @Test
    void neb_searches_a_path_and_goes_on_from_where_it_was() throws Exception {
        Installed.program("neb.x", "quantum-espresso");
        Installed.file("/usr/share/cp2k/GTH_POTENTIALS", "cp2k-data");
        NativeRuns code = Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":272.11386245988,
                 "k_points":{"mesh":[1,1,1]},"smearing":"gaussian","smearing_width_ev":0.408,"spin":"collinear",
                 "moments":{"H":0.5},"scf_convergence_ev":1e-7,"scf_iterations":100,
                 "pseudopotentials":"gth-pbe",
                 "qe":{"electrons":{"mixing_beta":0.3}}}""").orElseThrow().nativeRuns().orElseThrow();
        Task.Band task = new Task.Band(
                List.of(line(-2.41659, 0.82433), line(-1.3, 1.3), line(-0.82433, 2.41659)),
                Task.Climbing.HIGHEST,
                20,
                0.05,
                40);
        Reading reading = Runs.run(code, task, folder);

        assertThat(reading).isInstanceOf(Reading.Finished.class);
        Found.Path path = (Found.Path) ((Reading.Finished) reading).found();
        assertThat(path.band().images()).hasSize(3);
        double first = path.band().images().getFirst().energy().free().orElseThrow();
        assertThat(path.band().images().getLast().energy().free().orElseThrow()).isCloseTo(first, within(0.01));
        assertThat(path.band().images().get(1).energy().free().orElseThrow() - first)
                .isBetween(0.05, 0.5);

        Path onward = folder.resolve("onward");
        assertThat(Runs.carry(code, task, folder, onward)).isTrue();
        Start saved = new Start.Saved(path.iterations());
        assertThat(Runs.run(code, task, saved, Room.unlimited(1), onward)).isInstanceOf(Reading.Finished.class);
    }

    /// The atom in the middle is held.
    private static Structure line(double left, double right) {
        BitSet held = new BitSet();
        held.set(1);
        return new Structure(
                Cell.orthorhombic(12 * 0.529177, 5 * 0.529177, 5 * 0.529177),
                Collections.nCopies(3, Element.ofSymbol("H").orElseThrow()),
                Positions.of(left, 0, 0, 0, 0, 0, right, 0, 0),
                Constraints.of(held));
    }

    @Test
    void pressure_is_what_pw_cannot_do() {
        Task.Dynamics task = new Task.Dynamics(SILICON, new Ensemble.AtPressure(300, 0), 1.0, 10, 1);
        assertThat(code().objections(task)).singleElement().asString().contains("thermostat");
    }

    @Test
    void own_words_for_ions_reach_pw_only_where_it_moves_them() {
        String own = ",\"qe\":{\"ions\":{\"trust_radius_max\":0.3}}";
        Task.Relax task = relax(SILICON, Task.CellMotion.FIXED);
        assertThat(code(own)
                        .deck(task, new Start.Beginning(), Room.unlimited(1))
                        .files()
                        .get("pw.in"))
                .contains("&ions", "trust_radius_max = 0.3");
        assertThat(code(own)
                        .deck(new Task.Energy(SILICON), new Start.Beginning(), Room.unlimited(1))
                        .files()
                        .get("pw.in"))
                .doesNotContain("&ions");
    }
}
