package cairn.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Files on the machine where jobs run. World's trouble is an UncheckedIOException with the path in its message.
public interface Transport {
    /// Makes the directory with these files, all or nothing: written beside, synced, renamed. A directory that
    /// exists already is left as it is.
    void stage(Path directory, Map<String, byte[]> files);

    /// The whole file, if it is there and at most `limit` bytes long.
    Optional<byte[]> read(Path file, long limit);

    /// The file's length in bytes, if it is there.
    OptionalLong size(Path file);

    /// The SHA-256 of the whole file, 64 lower-case hexadecimal digits, if it is there. Computed where the file lies.
    Optional<String> sha256(Path file);
}
