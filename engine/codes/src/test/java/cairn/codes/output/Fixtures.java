package cairn.codes.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The outputs among the test resources, of all codes.
public final class Fixtures {
    private Fixtures() {}

    public static Path root() {
        return Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/resources/cairn/codes/output");
    }

    public static Path file(String name) {
        return root().resolve(name);
    }

    public static List<Path> all() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + root(), e);
        }
    }
}
