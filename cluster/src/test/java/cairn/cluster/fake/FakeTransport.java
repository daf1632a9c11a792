package cairn.cluster.fake;

import cairn.cluster.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Files in memory.
public final class FakeTransport implements Transport {
    private final Map<Path, byte[]> files = new TreeMap<>();
    private final Set<Path> directories = new HashSet<>();

    @Override
    public void stage(Path directory, Map<String, byte[]> staged) {
        if (directories.add(directory)) {
            staged.forEach((name, content) -> write(directory.resolve(name), content));
        }
    }

    @Override
    public Optional<byte[]> read(Path file, long limit) {
        return content(file).filter(bytes -> bytes.length <= limit).map(byte[]::clone);
    }

    @Override
    public OptionalLong size(Path file) {
        return content(file).map(bytes -> OptionalLong.of(bytes.length)).orElse(OptionalLong.empty());
    }

    @Override
    public Optional<String> sha256(Path file) {
        return content(file).map(FakeTransport::sha256);
    }

    /// What a job, or somebody, leaves on the disk.
    public void write(Path file, byte[] content) {
        files.put(file, content.clone());
    }

    public void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /// What a lagging network file system shows of a file: its first bytes.
    public void cut(Path file, int length) {
        write(file, Arrays.copyOf(content(file).orElseThrow(), length));
    }

    public void delete(Path file) {
        files.remove(file);
    }

    public Map<Path, byte[]> files() {
        return Map.copyOf(files);
    }

    private Optional<byte[]> content(Path file) {
        return Optional.ofNullable(files.get(file));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
