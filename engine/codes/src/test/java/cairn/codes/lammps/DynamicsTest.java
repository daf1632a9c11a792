package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Runs;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real LAMMPS.
class DynamicsTest {
    private static final NativeRuns LAMMPS =
            Lammps.withLithiumSilicon().nativeRuns().orElseThrow();
    private static final Structure CRYSTAL = Silicon.crystal(2);
    private static final double GPA = 1 / 160.2176634;

    @TempDir
    private Path folder;

    @BeforeAll
    static void lammpsIsThere() {
        Silicon.needsLammps();
    }

    private static Task.Dynamics dynamics(Ensemble ensemble, int steps) {
        return new Task.Dynamics(CRYSTAL, ensemble, 1.0, steps, 4711);
    }

    /// The equipartition of a harmonic crystal: half of what is drawn at 600 K goes into the potential.
    @Test
    void a_crystal_drawn_at_a_temperature_and_left_alone_comes_to_half_of_it_and_keeps_its_energy() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.Isolated(600), 1000);
        Found.Point end = point(Runs.run(LAMMPS, task, folder));
        List<Sample> samples = LAMMPS.samples(task, new Start.Beginning(), folder);
        assertThat(samples).hasSize(1001);
        assertThat(samples.getFirst().temperatureK()).isCloseTo(600, within(1e-6));
        assertThat(mean(samples.subList(200, 1001))).isCloseTo(300, within(45.0));
        assertThat(total(samples.getLast())).isCloseTo(total(samples.getFirst()), within(0.02));
        assertThat(end.steps()).isEqualTo(1000);
        assertThat(end.evaluation().energyEv()).isCloseTo(samples.getLast().potentialEv(), within(1e-9));
    }

    @Test
    void a_thermostat_holds_the_temperature() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.AtTemperature(800), 2000);
        point(Runs.run(LAMMPS, task, folder));
        List<Sample> samples = LAMMPS.samples(task, new Start.Beginning(), folder);
        assertThat(mean(samples.subList(500, 2001))).isCloseTo(800, within(60.0));
    }

    @Test
    void a_barostat_presses_the_cell_and_keeps_its_shape() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.AtPressure(300, 5 * GPA), 3000);
        Found.Point end = point(Runs.run(LAMMPS, task, folder));
        List<Sample> samples = LAMMPS.samples(task, new Start.Beginning(), folder);
        double mean = samples.subList(1000, 3001).stream()
                .mapToDouble(Sample::pressure)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(5 * GPA, within(1 * GPA));
        assertThat(end.structure().cell().volume())
                .isLessThan(0.98 * CRYSTAL.cell().volume());
        assertThat(end.structure().cell().length(0))
                .isCloseTo(end.structure().cell().length(2), within(1e-9));
    }

    @Test
    void a_run_whose_time_is_up_goes_on_from_what_it_saved_and_loses_no_step() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.AtTemperature(800), 3000);
        Room aSecond = new Room(1, new Room.Time.AtMost(Duration.ofSeconds(1)));
        Path first = folder.resolve("first");
        Reading.Stopped stopped = (Reading.Stopped) Runs.run(LAMMPS, task, new Start.Beginning(), aSecond, first);
        int done = stopped.reached().steps();
        assertThat(done).isBetween(10, 2999);

        Path second = folder.resolve("second");
        assertThat(Runs.carry(LAMMPS, task, first, second)).isTrue();
        Start onward = new Start.Saved(done);
        Found.Point end = point(Runs.run(LAMMPS, task, onward, Room.unlimited(1), second));

        List<Sample> before = LAMMPS.samples(task, new Start.Beginning(), first);
        List<Sample> after = LAMMPS.samples(task, onward, second);
        assertThat(after.getFirst().step()).isEqualTo(done);
        assertThat(after.getFirst().potentialEv()).isCloseTo(before.getLast().potentialEv(), within(1e-8));
        assertThat(after.getLast().step()).isEqualTo(3000);
        assertThat(end.steps()).isEqualTo(3000);
    }

    @Test
    void a_restart_file_that_was_cut_is_none_and_the_older_one_is_taken() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.AtTemperature(800), 100);
        Runs.run(LAMMPS, task, folder);
        for (String name : List.of(RestartFile.AT_END, RestartFile.ONE, RestartFile.OTHER)) {
            assertThat(LAMMPS.saved(task, folder)).isNotEmpty();
            cut(folder.resolve(name));
        }
        assertThat(LAMMPS.saved(task, folder)).isEmpty();
    }

    @Test
    void a_restart_file_of_rubbish_is_none() throws Exception {
        Files.writeString(folder.resolve(RestartFile.ONE), "LammpS RestartT and then something else entirely");
        Files.createFile(folder.resolve(RestartFile.OTHER));
        assertThat(LAMMPS.saved(dynamics(new Ensemble.AtTemperature(800), 100), folder))
                .isEmpty();
    }

    @Test
    void without_restart_files_a_run_goes_on_from_the_last_whole_snapshot() throws Exception {
        Task.Dynamics task = dynamics(new Ensemble.AtTemperature(800), 100);
        Runs.run(LAMMPS, task, folder);
        Files.delete(folder.resolve(Run.DUMP));
        cut(folder.resolve(Trajectory.NAME));
        Reading.Stopped stopped = (Reading.Stopped) LAMMPS.read(task, new Start.Beginning(), folder);
        assertThat(stopped.reached().steps()).isEqualTo(99);
        Start later = new Start.Later(stopped.reached().structures(), 99);
        Path second = folder.resolve("second");
        Found.Point end = point(Runs.run(LAMMPS, task, later, Room.unlimited(1), second));
        List<Sample> samples = LAMMPS.samples(task, later, second);
        assertThat(samples).extracting(Sample::step).containsExactly(99, 100);
        assertThat(end.steps()).isEqualTo(100);
    }

    private static Found.Point point(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) reading).found();
    }

    private static double mean(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::temperatureK).average().orElseThrow();
    }

    /// Kinetic energy is 3/2 k T of each atom but one, as their common motion was taken off.
    private static double total(Sample sample) {
        return sample.potentialEv() + 1.5 * (CRYSTAL.count() - 1) * 8.617333262e-5 * sample.temperatureK();
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    }
}
