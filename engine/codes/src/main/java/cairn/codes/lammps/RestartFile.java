package cairn.codes.lammps;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The binary files from which LAMMPS goes on: one written at the end, and two in turns on the way there, so that one
/// of them is whole whenever it is killed.
///
/// A whole one begins and ends with the same sixteen bytes (`magic_string` of src/write_restart.cpp, 29 Sep 2021).
final class RestartFile {
    /// What a run that goes on finds it under.
    static final String FROM = "restart.from";

    static final String AT_END = "restart.end";
    static final String ONE = "restart.one";
    static final String OTHER = "restart.other";

    private static final byte[] MAGIC = "LammpS RestartT\0".getBytes(StandardCharsets.US_ASCII);

    private RestartFile() {}

    /// The last whole one that a run has left in a folder.
    static Optional<Path> latest(Path folder) {
        return Stream.of(AT_END, ONE, OTHER)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(RestartFile::isWhole)
                .max(Comparator.comparing(RestartFile::time));
    }

    private static boolean isWhole(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return bytes.length() > 2L * MAGIC.length
                    && hasMagicAt(bytes, 0)
                    && hasMagicAt(bytes, bytes.length() - MAGIC.length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean hasMagicAt(RandomAccessFile bytes, long place) throws IOException {
        byte[] found = new byte[MAGIC.length];
        bytes.seek(place);
        bytes.readFully(found);
        return Arrays.equals(found, MAGIC);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
