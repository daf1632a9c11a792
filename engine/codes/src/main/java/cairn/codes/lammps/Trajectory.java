package cairn.codes.lammps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The snapshots that a run dumps on its way, each as a [DumpFile].
final class Trajectory {
    static final String NAME = "trajectory.dump";

    private static final String HEAD = "ITEM: TIMESTEP";

    /// Of the end of the file that is looked at: more than two snapshots of a large structure.
    private static final long LAST_BYTES = 64L << 20;

    /// A snapshot, and the number of its step.
    record Snapshot(int step, DumpFile dump) {}

    private Trajectory() {}

    /// The last whole one in a folder.
    static Optional<Snapshot> last(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = end(file);
        int until = text.length();
        for (int at = text.lastIndexOf(HEAD); at >= 0; at = at == 0 ? -1 : text.lastIndexOf(HEAD, at - 1)) {
            Optional<Snapshot> found = snapshot(text.substring(at, until));
            if (found.isPresent()) {
                return found;
            }
            until = at;
        }
        return Optional.empty();
    }

    private static Optional<Snapshot> snapshot(String text) {
        List<String> lines = OutputFile.lines(text);
        return DumpFile.of(lines)
                .filter(DumpFile::isFinite)
                .map(dump -> new Snapshot(Integer.parseInt(lines.get(1).strip()), dump));
    }

    private static String end(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            long begin = Math.max(0, channel.size() - LAST_BYTES);
            var bytes = java.nio.ByteBuffer.allocate(Math.toIntExact(channel.size() - begin));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // A read may give less than is asked.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
