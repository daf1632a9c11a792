package cairn.structure.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes whole text files, within a limit.
final class TextFiles {
    /// 256 MiB: a band of a hundred images of 10^4 atoms is a tenth of it.
    static final long MAX_BYTES = 256L << 20;

    private TextFiles() {}

    /// The text as UTF-8; a byte that is not is replaced, since old CIFs carry Latin-1 names of authors.
    static String read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new FormatException(
                    name(path), FormatException.WHOLE_FILE, "there is no file " + path, "check the name");
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new FormatException(
                        name(path),
                        FormatException.WHOLE_FILE,
                        "the file has more than " + MAX_BYTES + " bytes",
                        "give a file with one structure");
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
