package cairn.campaign.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.NativeRuns;
import cairn.codes.catalogue.Codes;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Sample;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real LAMMPS.
class NativeTaskTest {
    private static final int STEPS = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLammps() {
        boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "lmp")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("lmp on the PATH").isTrue();
        }
        Assumptions.assumeTrue(found, "not installed: lmp (Debian: lammps)");
    }

    private static Structure silicon() {
        double quarter = 5.43 / 4;
        return Structure.free(
                Cell.of(0, 2 * quarter, 2 * quarter, 2 * quarter, 0, 2 * quarter, 2 * quarter, 2 * quarter, 0),
                Collections.nCopies(2, Element.ofSymbol("Si").orElseThrow()),
                Positions.of(0, 0, 0, quarter, quarter, quarter));
    }

    private static Task.Dynamics dynamics(int steps) {
        return new Task.Dynamics(silicon(), new Ensemble.AtTemperature(300), 1.0, steps, 7);
    }

    private static NativeRuns lammps() {
        return Codes.named("lammps").orElseThrow().nativeRuns().orElseThrow();
    }

    private static Deadline never() {
        Instant far = Instant.now().plusSeconds(1_000_000_000);
        return Deadline.fixed(far, far, InstantSource.system());
    }

    private NativeTask attempt(int number, int steps) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("attempt-" + number));
        if (number > 1) {
            Files.copy(folder.resolve("attempt-" + (number - 1)).resolve(RunLog.NAME), directory.resolve(RunLog.NAME));
        }
        return NativeTask.in(directory, lammps(), dynamics(steps), 1, never(), Corrector.none());
    }

    private String lastLineOfItsLog(int number) throws IOException {
        return Files.readAllLines(folder.resolve("attempt-" + number).resolve(RunLog.NAME)).stream()
                .filter(line -> line.startsWith("begun attempt-" + number))
                .toList()
                .getLast();
    }

    /// What a kill leaves: no end of the log, no last dump, and nobody who noted what was saved.
    private void kill(int number) throws IOException {
        Path run = folder.resolve("attempt-" + number + "/run-1");
        Files.delete(run.resolve("final.dump"));
        cut(run.resolve("log.lammps"));
        Path log = folder.resolve("attempt-" + number).resolve(RunLog.NAME);
        Files.writeString(
                log,
                Files.readString(log)
                                .lines()
                                .filter(line -> line.startsWith("begun"))
                                .toList()
                                .getFirst() + "\n");
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    }

    @Test
    void a_killed_run_is_gone_on_from_by_what_it_saved() throws IOException {
        attempt(1, STEPS / 2).run();
        kill(1);

        NativeTask second = attempt(2, STEPS);
        assertThat(second.run()).isInstanceOf(Course.Finished.class);
        assertThat(lastLineOfItsLog(2)).startsWith("begun attempt-2/run-1 saved ");
        assertThat(second.samples(dynamics(STEPS)))
                .extracting(Sample::step)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, STEPS).boxed().toList());
    }

    @Test
    void without_whole_saved_files_it_goes_on_from_the_last_structure() throws IOException {
        attempt(1, STEPS / 2).run();
        kill(1);
        for (String name : List.of("restart.end", "restart.one", "restart.other")) {
            cut(folder.resolve("attempt-1/run-1/" + name));
        }

        assertThat(attempt(2, STEPS).run()).isInstanceOf(Course.Finished.class);
        assertThat(lastLineOfItsLog(2)).isEqualTo("begun attempt-2/run-1 later " + STEPS / 2);
    }

    @Test
    void saved_files_that_changed_since_the_run_ended_are_not_used() throws IOException {
        attempt(1, STEPS / 2).run();
        Path saved = folder.resolve("attempt-1/run-1/restart.end");
        byte[] bytes = Files.readAllBytes(saved);
        bytes[bytes.length / 2] = (byte) (bytes[bytes.length / 2] ^ 1);
        Files.write(saved, bytes);
        Files.delete(folder.resolve("attempt-1/run-1/final.dump"));

        assertThat(attempt(2, STEPS).run()).isInstanceOf(Course.Finished.class);
        assertThat(lastLineOfItsLog(2)).startsWith("begun attempt-2/run-1 later ");
    }

    @Test
    void files_that_look_whole_but_make_the_code_fail_are_given_up() throws IOException {
        attempt(1, STEPS / 2).run();
        kill(1);
        byte[] magic = "LammpS RestartT\0".getBytes(StandardCharsets.US_ASCII);
        byte[] rubbish = new byte[4000];
        System.arraycopy(magic, 0, rubbish, 0, magic.length);
        System.arraycopy(magic, 0, rubbish, rubbish.length - magic.length, magic.length);
        for (String name : List.of("restart.end", "restart.one", "restart.other")) {
            Files.write(folder.resolve("attempt-1/run-1/" + name), rubbish);
        }

        assertThat(attempt(2, STEPS).run()).isInstanceOf(Course.Finished.class);
        assertThat(lastLineOfItsLog(2)).isEqualTo("begun attempt-2/run-2 later " + STEPS / 2);
    }

    @Test
    void a_run_that_is_done_is_not_done_again() throws IOException {
        attempt(1, STEPS).run();
        assertThat(attempt(2, STEPS).run()).isInstanceOf(Course.Finished.class);
        assertThat(folder.resolve("attempt-2/run-1")).doesNotExist();
    }
}
