package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.Deck;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real LAMMPS.
class RelaxationTest {
    private static final Code LAMMPS = Lammps.withLithiumSilicon();
    private static final NativeRuns RELAX = LAMMPS.nativeRuns().orElseThrow();
    private static final double[] TETRAHEDRAL = {.5, .5, .5};

    @TempDir
    private Path folder;

    @BeforeAll
    static void lammpsIsThere() {
        Silicon.needsLammps();
    }

    @Test
    void silicon_relaxes_to_the_lattice_constant_and_energy_of_the_potential() throws Exception {
        Structure stretched = Silicon.strained(Silicon.crystal(1), .02, 0, 0, 0, -.01, .01, 0, 0, 0);
        Found.Point relaxed =
                relaxed(new Task.Relax(Silicon.rattled(stretched, .05, 1), Task.CellMotion.FREE, 1e-3, 1e-5, 500));
        for (int vector = 0; vector < 3; vector++) {
            assertThat(relaxed.structure().cell().length(vector)).isCloseTo(5.4223, within(2e-4));
            assertThat(relaxed.structure().cell().angleDegrees(vector, (vector + 1) % 3))
                    .isCloseTo(90, within(0.05));
        }
        assertThat(relaxed.evaluation().energyEv() / 8).isCloseTo(-4.628760, within(1e-5));
        assertThat(relaxed.evaluation().forces().fmax()).isLessThanOrEqualTo(1e-3);
        assertThat(relaxed.steps()).isPositive();
        assertThat(relaxed.codeVersion()).startsWith("LAMMPS ");
    }

    @Test
    void a_fixed_cell_stays_and_atoms_come_back_unwrapped_in_our_own_frame() throws Exception {
        Structure outside = shifted(turned(Silicon.crystal(2, TETRAHEDRAL)), -3.0);
        Found.Point relaxed = relaxed(new Task.Relax(outside, Task.CellMotion.FIXED, 0.01, 1, 200));
        assertThat(relaxed.structure().cell()).isEqualTo(outside.cell());
        assertThat(relaxed.structure().species()).isEqualTo(outside.species());
        double[] moved = relaxed.structure().positions().toArray();
        double[] before = outside.positions().toArray();
        for (int i = 0; i < moved.length; i++) {
            assertThat(moved[i]).isCloseTo(before[i], within(0.3));
        }
        assertThat(relaxed.evaluation().energyEv()).isCloseTo(-296.5463, within(1e-3));
    }

    @Test
    void the_dumped_forces_and_stress_are_those_of_the_engine_at_the_relaxed_structure() throws Exception {
        Structure skewed = turned(Silicon.strained(Silicon.crystal(1), .01, .02, 0, 0, 0, .03, 0, 0, -.02));
        Found.Point relaxed =
                relaxed(new Task.Relax(Silicon.rattled(skewed, .1, 2), Task.CellMotion.FIXED, 0.01, 1, 200));
        Evaluation again;
        try (ForceEngine engine = LAMMPS.open(folder.resolve("engine"))) {
            again = engine.evaluate(relaxed.structure());
        }
        assertThat(again.energyEv()).isCloseTo(relaxed.evaluation().energyEv(), within(1e-8));
        assertThat(again.forces().toArray())
                .containsExactly(relaxed.evaluation().forces().toArray(), within(1e-8));
        assertThat(components(again)).containsExactly(components(relaxed.evaluation()), within(1e-9));
    }

    @Test
    void held_atoms_stay_and_their_forces_are_told() throws Exception {
        BitSet held = new BitSet();
        held.set(0, 3);
        Structure rattled = Silicon.rattled(Silicon.crystal(1), .1, 3);
        Structure some = new Structure(rattled.cell(), rattled.species(), rattled.positions(), Constraints.of(held));
        Found.Point relaxed = relaxed(new Task.Relax(some, Task.CellMotion.FIXED, 0.01, 1, 500));
        for (int i = 0; i < 9; i++) {
            assertThat(relaxed.structure().positions().toArray()[i])
                    .isCloseTo(some.positions().toArray()[i], within(1e-14));
        }
        assertThat(relaxed.evaluation().forces().fmax()).isGreaterThan(0.01);
    }

    @Test
    void too_few_steps_are_told_apart_from_success() throws Exception {
        Structure rattled = Silicon.rattled(Silicon.crystal(1), .2, 4);
        Reading parsed = run(new Task.Relax(rattled, Task.CellMotion.FIXED, 1e-6, 1, 1));
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.error().signature()).isEqualTo("lammps/max-steps"));
    }

    @Test
    void no_beginning_of_the_log_or_of_the_dump_passes_for_the_whole() throws Exception {
        Task.Relax task =
                new Task.Relax(Silicon.rattled(Silicon.crystal(1), .05, 5), Task.CellMotion.FIXED, 0.01, 1, 200);
        assertThat(run(task)).isInstanceOf(Reading.Finished.class);
        for (String name : new String[] {"log.lammps", "final.dump"}) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int length = whole.length - 1; length >= 0; length--) {
                truncate(file, length);
                assertThat(RELAX.read(task, new Start.Beginning(), folder))
                        .as("%d of %d bytes of %s", length, whole.length, name)
                        .isInstanceOf(Reading.Stopped.class);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void a_dump_that_does_not_meet_the_criterion_is_no_success_whatever_the_log_says() throws Exception {
        Task.Relax asked =
                new Task.Relax(Silicon.rattled(Silicon.crystal(1), .05, 6), Task.CellMotion.FIXED, 0.05, 1, 200);
        assertThat(run(asked)).isInstanceOf(Reading.Finished.class);
        Task.Relax stricter = new Task.Relax(asked.structure(), Task.CellMotion.FIXED, 1e-9, 1, 200);
        assertThat(RELAX.read(stricter, new Start.Beginning(), folder)).isInstanceOf(Reading.Failed.class);
    }

    @Test
    void the_same_task_gives_the_same_bytes() {
        Task.Relax task = new Task.Relax(Silicon.crystal(1, TETRAHEDRAL), Task.CellMotion.FREE, 0.01, 1e-4, 200);
        assertThat(RELAX.deck(task, new Start.Beginning(), Room.unlimited(1)))
                .isEqualTo(RELAX.deck(task, new Start.Beginning(), Room.unlimited(1)));
    }

    private static void truncate(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private Found.Point relaxed(Task.Relax task) throws IOException, InterruptedException {
        Reading parsed = run(task);
        assertThat(parsed).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) parsed).found();
    }

    private Reading run(Task.Relax task) throws IOException, InterruptedException {
        Deck deck = RELAX.deck(task, new Start.Beginning(), Room.unlimited(1));
        for (Map.Entry<String, String> file : deck.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ProcessBuilder command = new ProcessBuilder(deck.command()).directory(folder.toFile());
        command.start().waitFor();
        return RELAX.read(task, new Start.Beginning(), folder);
    }

    /// The axes exchanged, x -> y -> z -> x: a right cell that LAMMPS would not take as it lies.
    private static Structure turned(Structure structure) {
        return Silicon.strained(structure, -1, 1, 0, 0, -1, 1, 1, 0, -1);
    }

    private static Structure shifted(Structure structure, double by) {
        double[] shifted = Arrays.stream(structure.positions().toArray())
                .map(component -> component + by)
                .toArray();
        return structure.withPositions(Positions.of(shifted));
    }

    static double[] components(Evaluation evaluation) {
        Stress.Tensor s = (Stress.Tensor) evaluation.stress();
        return new double[] {s.xx(), s.yy(), s.zz(), s.yz(), s.xz(), s.xy()};
    }
}
