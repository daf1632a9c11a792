package cairn.cli.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a killed run or a full disk leaves: each file of a folder in turn is cut at several places.
final class Cuts {
    private static final int PLACES = 11;

    private Cuts() {}

    /// Each time the command reads what is left, or says in one line why it cannot; never is it a fault of ours.
    static void of(Path folder) throws IOException {
        for (Path file : files(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int place = 0; place < PLACES; place++) {
                Files.write(file, Arrays.copyOf(whole, whole.length * place / PLACES));
                Run.Ended ended = Run.cairn("band", folder.toString());
                assertThat(ended.status())
                        .as("%s cut at %d/%d: %s", file, place, PLACES, ended)
                        .isIn(0, 2);
                assertThat(ended.err().lines()).hasSizeLessThan(2);
            }
            Files.write(file, whole);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
