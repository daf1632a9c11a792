package cairn.codes.lammps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The lines of a file that LAMMPS wrote. A line counts only with its newline: a last line without one was cut.
final class OutputFile {
    /// Nothing that a deck of ours writes comes near it.
    private static final long LARGEST_BYTES = 256L << 20;

    private OutputFile() {}

    /// Empty if there is no such file, or one too large to be ours.
    static Optional<List<String>> lines(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(lines(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static List<String> lines(String text) {
        return text.substring(0, 1 + text.lastIndexOf('\n')).lines().toList();
    }
}
