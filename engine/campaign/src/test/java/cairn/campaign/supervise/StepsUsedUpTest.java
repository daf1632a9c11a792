package cairn.campaign.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.SoftStop;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsUsedUpTest {
    @TempDir
    private Path folder;

    /// A code whose first run stops, and whose next one goes on from that and comes to its last step.
    private record StopsThenUsesUp() implements NativeRuns {
        @Override
        public List<String> objections(Task task) {
            return List.of();
        }

        @Override
        public Deck deck(Task task, Start start, Room room) {
            return new Deck(
                    new TreeMap<>(Collections.singletonMap("state", "some")),
                    List.of("true"),
                    Collections.emptySortedMap(),
                    "screen",
                    List.of("screen"));
        }

        @Override
        public SoftStop softStop() {
            return new SoftStop.ByItsOwnClock();
        }

        @Override
        public Reading read(Task task, Start start, Path folder) {
            return start instanceof Start.Saved
                    ? new Reading.Failed(new CodeError("code/not-converged", "Not at rest.", "Allow more steps."))
                    : new Reading.Stopped("it stopped", new Reading.Reached(1, List.of(task.structure())));
        }

        @Override
        public SortedMap<String, Path> saved(Task task, Path folder) {
            return new TreeMap<>(Collections.singletonMap("from", folder.resolve("state")));
        }

        @Override
        public String trajectory(Task task) {
            return "screen";
        }
    }

    @Test
    void the_files_that_a_run_went_on_from_are_not_to_blame_and_the_limit_holds() {
        Instant far = Instant.now().plusSeconds(1_000_000);
        Structure atom = Structure.free(
                Cell.orthorhombic(4, 4, 4), List.of(Element.ofSymbol("He").orElseThrow()), Positions.of(0, 0, 0));
        Task task = new Task.Relax(atom, Task.CellMotion.FIXED, 0.01, 1, 2);

        Course course = NativeTask.in(
                        folder,
                        new StopsThenUsesUp(),
                        task,
                        1,
                        Deadline.fixed(far, far, InstantSource.system()),
                        Corrector.none())
                .run();

        assertThat(course).isInstanceOf(Course.Failed.class);
        assertThat(Files.isDirectory(folder.resolve("run-2"))).isTrue();
        assertThat(folder.resolve("run-3")).doesNotExist();
    }
}
