package cairn.codes.dft.vasp.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.Deck;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.vasp.MadeUpPotcars;
import cairn.codes.dft.vasp.StandIn;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Runs;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.codes.task.Task.CellMotion;
import cairn.codes.task.Task.Climbing;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that the code drives itself, with the stand-in for VASP.
@Tag("slow")
class VaspRunsTest {
    private static final double PRINTED = 1e-6;

    @TempDir
    private Path folder;

    private NativeRuns runs;

    @BeforeEach
    void potcars() throws IOException {
        MadeUpPotcars.in(folder.resolve("potcars"));
        runs = Codes.of("""
                {"use":"vasp","functional":"PBE","cutoff_ev":400.0,"k_points":{"mesh":[1,1,1]},"smearing":"gaussian",
                 "smearing_width_ev":0.1,"scf_convergence_ev":1e-6,"scf_iterations":20,
                 "pseudopotentials":"%s","vasp":{"iopt":3}}""".formatted(folder.resolve("potcars")))
                .orElseThrow()
                .nativeRuns()
                .orElseThrow();
    }

    /// Copper and aluminium by turns, so that POSCAR must have another order; the last atom stands outside of the cell.
    private static Structure alloy(double moved) {
        List<Element> species = Stream.of("Cu", "Al", "Cu", "Al")
                .map(s -> Element.ofSymbol(s).orElseThrow())
                .toList();
        return Structure.free(
                Cell.orthorhombic(3.8, 3.8, 3.8),
                species,
                Positions.of(moved, 0, 0, 0, 1.9, 1.9, 1.9, 0, 1.9, 1.9 - 3.8, 1.9 + moved, 0));
    }

    /// The words of the deck, with the stand-in for the program.
    private Reading run(Task task, Start start, String name, String... arguments) throws Exception {
        Path run = folder.resolve(name);
        Deck deck = runs.deck(task, start, Room.unlimited(1));
        for (var file : deck.files().entrySet()) {
            Files.createDirectories(run.resolve(file.getKey()).getParent());
            Files.writeString(run.resolve(file.getKey()), file.getValue());
        }
        runs.provide(task, run);
        int status = new ProcessBuilder(StandIn.words(arguments))
                .directory(run.toFile())
                .redirectErrorStream(true)
                .redirectOutput(run.resolve(deck.screen()).toFile())
                .start()
                .waitFor();
        runs.clear(task, run);
        assertThat(run.resolve("POTCAR")).doesNotExist();
        assertThat(status).as(Files.readString(run.resolve(deck.screen()))).isIn(0, 1, 137);
        return runs.read(task, start, run);
    }

    private Evaluation byAse(Structure structure) {
        Code ase = Codes.of("""
                {"use":"ase","ase":{"calculator":"emt"}}""").orElseThrow();
        try (ForceEngine engine = ase.open(folder.resolve("ase"))) {
            return engine.evaluate(structure);
        }
    }

    private static Found.Point point(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) reading).found();
    }

    private void assertTold(Found.Point point) {
        Evaluation expected = byAse(point.structure());
        assertThat(point.evaluation().energyEv()).isCloseTo(expected.energyEv(), within(PRINTED));
        assertThat(point.evaluation().forces().toArray())
                .containsExactly(expected.forces().toArray(), within(PRINTED));
    }

    @Test
    void an_energy_is_that_of_the_structure() throws Exception {
        Found.Point point = point(run(new Task.Energy(alloy(0.1)), new Start.Beginning(), "energy"));

        assertThat(point.structure().positions().toArray())
                .containsExactly(alloy(0.1).positions().toArray(), within(1e-9));
        assertTold(point);
    }

    @Test
    void a_relaxation_ends_with_small_forces_and_atoms_where_they_belong() throws Exception {
        Found.Point point = point(
                run(new Task.Relax(alloy(0.1), CellMotion.FIXED, 0.005, 0.01, 50), new Start.Beginning(), "relax"));

        assertThat(point.evaluation().forces().fmax()).isLessThan(0.005);
        assertThat(point.steps()).isBetween(3, 50);
        assertThat(point.structure().positions().x(3)).isCloseTo(-1.9, within(0.3));
        assertThat(point.structure().cell()).isEqualTo(alloy(0).cell());
        assertTold(point);
    }

    @Test
    void a_cell_that_swells_is_relaxed_once_more_from_there() throws Exception {
        Task.Relax task = new Task.Relax(alloy(0.05), CellMotion.FREE, 0.01, 0.002, 100);
        Reading first = run(task, new Start.Beginning(), "first");

        assertThat(first)
                .isInstanceOfSatisfying(
                        Reading.Stopped.class,
                        stopped -> assertThat(stopped.why()).contains("once more from there"));
        Reading.Reached reached = ((Reading.Stopped) first).reached();
        assertThat(Runs.carry(runs, task, folder.resolve("first"), folder.resolve("second")))
                .isTrue();
        Found.Point onward = point(run(task, new Start.Saved(reached.steps()), "second"));
        Found.Point point = point(run(task, new Start.Later(reached.structures(), reached.steps()), "third"));
        assertThat(onward.evaluation().energyEv()).isCloseTo(point.evaluation().energyEv(), within(1e-4));
        assertThat(point.structure().cell().volume())
                .isNotCloseTo(alloy(0).cell().volume(), within(0.3));
        assertThat(point.steps()).isGreaterThan(reached.steps());
        assertTold(point);
    }

    @Test
    void a_relaxation_that_is_killed_goes_on_from_its_contcar() throws Exception {
        Task.Relax task = new Task.Relax(alloy(0.1), CellMotion.FIXED, 0.005, 0.01, 50);
        Reading killed = run(task, new Start.Beginning(), "one", "--killed-at=3");

        assertThat(killed).isInstanceOfSatisfying(Reading.Stopped.class, stopped -> {
            assertThat(stopped.why()).startsWith("its output ends in the middle, after ");
            assertThat(stopped.reached().steps()).isEqualTo(3);
            assertThat(stopped.reached().structures()).hasSize(1);
        });
        assertThat(Runs.carry(runs, task, folder.resolve("one"), folder.resolve("two")))
                .isTrue();
        Found.Point point = point(run(task, new Start.Saved(3), "two"));
        assertThat(point.steps()).isGreaterThan(3);
        assertTold(point);
    }

    @Test
    void an_empty_or_torn_contcar_is_nothing_to_go_on_from() throws Exception {
        Task.Relax task = new Task.Relax(alloy(0.1), CellMotion.FIXED, 0.005, 0.01, 50);
        run(task, new Start.Beginning(), "one", "--killed-at=3");
        Path contcar = folder.resolve("one/CONTCAR");
        byte[] whole = Files.readAllBytes(contcar);
        assertThat(runs.saved(task, folder.resolve("one"))).containsOnlyKeys("POSCAR");

        for (int length : new int[] {0, 20, whole.length / 2, whole.length - 30, whole.length - 1}) {
            Files.write(contcar, Arrays.copyOf(whole, length));
            assertThat(runs.saved(task, folder.resolve("one")))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void molecular_dynamics_stops_after_the_step_at_which_a_stopcar_is_there() throws Exception {
        Task.Dynamics task = new Task.Dynamics(alloy(0.1), new Ensemble.Isolated(300), 2, 12, 5);
        run(task, new Start.Beginning(), "whole");
        List<Sample> whole = runs.samples(task, new Start.Beginning(), folder.resolve("whole"));
        assertThat(whole).extracting(Sample::step).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        Files.createDirectories(folder.resolve("one"));
        Files.writeString(folder.resolve("one/STOPCAR"), "LSTOP = .TRUE.\n");
        Reading stopped = run(task, new Start.Beginning(), "one");
        assertThat(stopped).isInstanceOfSatisfying(Reading.Stopped.class, one -> {
            assertThat(one.why()).isEqualTo("a STOPCAR asked VASP to stop");
            assertThat(one.reached().steps()).isEqualTo(1);
        });
    }

    @Test
    void molecular_dynamics_that_is_killed_goes_on_with_its_velocities() throws Exception {
        Task.Dynamics task = new Task.Dynamics(alloy(0.1), new Ensemble.Isolated(300), 2, 8, 5);
        assertThat(run(task, new Start.Beginning(), "whole")).isInstanceOf(Reading.Finished.class);
        List<Sample> whole = runs.samples(task, new Start.Beginning(), folder.resolve("whole"));

        run(task, new Start.Beginning(), "one", "--killed-at=4");
        assertThat(Runs.carry(runs, task, folder.resolve("one"), folder.resolve("two")))
                .isTrue();
        Start onward = new Start.Saved(4);
        assertThat(run(task, onward, "two")).isInstanceOf(Reading.Finished.class);
        List<Sample> onwards = runs.samples(task, onward, folder.resolve("two"));

        assertThat(onwards).hasSize(4);
        for (int i = 0; i < onwards.size(); i++) {
            assertThat(onwards.get(i).step()).isEqualTo(whole.get(4 + i).step());
            assertThat(onwards.get(i).potentialEv()).isCloseTo(whole.get(4 + i).potentialEv(), within(1e-6));
            assertThat(onwards.get(i).pressure()).isCloseTo(whole.get(4 + i).pressure(), within(1e-6));
        }
        String contcar = Files.readString(folder.resolve("one/CONTCAR"), StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("one/CONTCAR"), contcar.substring(0, contcar.length() - 80));
        assertThat(runs.saved(task, folder.resolve("one"))).isEmpty();
    }

    @Test
    void a_crash_is_a_failure() throws Exception {
        assertThat(run(new Task.Energy(alloy(0.1)), new Start.Beginning(), "crash", "--crash"))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.error().signature()).isEqualTo("vasp/zpotrf"));
    }

    private static Structure vacancy(double along) {
        double edge = 3.65;
        double[][] sites = {{0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
        double[] positions = new double[9];
        for (int atom = 0; atom < 3; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = edge * sites[atom][axis] * (atom == 2 ? 1 - along : 1);
            }
        }
        return Structure.free(
                Cell.orthorhombic(edge, edge, edge),
                Collections.nCopies(3, Element.ofSymbol("Cu").orElseThrow()),
                Positions.of(positions));
    }

    @Test
    void a_band_is_read_image_by_image() throws Exception {
        Task.Band task = new Task.Band(
                List.of(vacancy(0), vacancy(0.3), vacancy(0.5), vacancy(0.7), vacancy(1)),
                Climbing.HIGHEST,
                1,
                0.05,
                100);
        Reading reading = run(task, new Start.Beginning(), "band");

        assertThat(reading).isInstanceOf(Reading.Finished.class);
        Found.Path path = (Found.Path) ((Reading.Finished) reading).found();
        assertThat(path.band().images()).hasSize(5);
        for (int image = 1; image < 4; image++) {
            RecordedImage recorded = path.band().images().get(image);
            Structure structure = ((RecordedPlace.Atoms) recorded.place()).structure();
            assertThat(((RecordedEnergy.FreeAndSigmaZero) recorded.energy()).freeEv())
                    .isCloseTo(byAse(structure).energyEv(), within(1e-3));
        }
        assertThat(runs.saved(task, folder.resolve("band"))).containsOnlyKeys("01/POSCAR", "02/POSCAR", "03/POSCAR");
    }
}
