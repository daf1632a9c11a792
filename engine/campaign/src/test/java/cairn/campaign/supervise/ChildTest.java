package cairn.campaign.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Deck;
import cairn.codes.SoftStop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    private Path folder;

    private Child waitsFor(String file) {
        String command = "until [ -e " + file + " ]; do sleep 0.05; done";
        return new Child(
                new Deck(new TreeMap<>(), List.of("sh", "-c", command), new TreeMap<>(), "out", List.of("out")),
                folder);
    }

    private static Deadline in(long seconds) {
        Instant end = Instant.now().plusSeconds(seconds);
        return Deadline.fixed(end, end.plusSeconds(60), InstantSource.system());
    }

    private void write(String file) {
        try {
            Files.writeString(folder.resolve(file), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void somebody_looks_while_it_is_at_work() {
        assertThat(waitsFor("seen").run(new SoftStop.ByItsOwnClock(), in(300), () -> write("seen")))
                .isEqualTo(Child.Ended.ITS_OWN);
    }

    @Test
    void it_is_asked_to_stop_in_time_also_where_nobody_looks() {
        assertThat(waitsFor("stop").run(new SoftStop.ByFile("stop", ""), in(1), () -> {}))
                .isEqualTo(Child.Ended.OURS);
        assertThat(folder.resolve("stop")).exists();
    }

    @Test
    void it_is_not_asked_to_stop_where_the_end_was_moved_later_meanwhile() {
        Instant now = Instant.now();
        Deadline moved = Deadline.movable(
                now.plusSeconds(1),
                now.plusSeconds(2),
                InstantSource.system(),
                () -> Optional.of(now.plusSeconds(600)));

        assertThat(waitsFor("seen").run(new SoftStop.ByFile("stop", ""), moved, () -> write("seen")))
                .isEqualTo(Child.Ended.ITS_OWN);
        assertThat(folder.resolve("stop")).doesNotExist();
    }
}
