package cairn.codes.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of unformatted sequential records, as Fortran writes it: each between two marks that hold its length in
/// bytes, 4 bytes in the order of the machine; a part of a record that goes on has its first mark negative ("File
/// format of unformatted sequential files" of the GNU Fortran manual).
public final class FortranFile {
    private static final int MARK_BYTES = 4;

    private FortranFile() {}

    /// Whether the file has at least one record, and its last one is whole.
    public static boolean isWhole(Path file) {
        return records(file).filter(lengths -> !lengths.isEmpty()).isPresent();
    }

    /// Whether the file is a whole square matrix of doubles, a record for each row.
    public static boolean isSquare(Path file) {
        return records(file)
                .filter(lengths -> !lengths.isEmpty())
                .filter(lengths -> lengths.stream().allMatch(length -> length == (long) Double.BYTES * lengths.size()))
                .isPresent();
    }

    /// The lengths of all records; empty if one is not whole.
    private static Optional<List<Long>> records(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            List<Long> lengths = new ArrayList<>();
            long at = 0;
            while (at < bytes.length()) {
                long length = Math.abs((long) mark(bytes, at));
                long end = at + MARK_BYTES + length;
                if (end + MARK_BYTES > bytes.length() || Math.abs((long) mark(bytes, end)) != length) {
                    return Optional.empty();
                }
                lengths.add(length);
                at = end + MARK_BYTES;
            }
            return Optional.of(lengths);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static int mark(RandomAccessFile bytes, long at) throws IOException {
        if (at + MARK_BYTES > bytes.length()) {
            return Integer.MAX_VALUE;
        }
        bytes.seek(at);
        return Integer.reverseBytes(bytes.readInt());
    }
}
