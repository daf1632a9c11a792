package cairn.cluster.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Files and directories that are whole or absent, also after a power cut: written beside, synced, renamed, and the
/// directory that now names them synced too.
public final class Durable {
    private Durable() {}

    /// Makes or replaces a file in one step: readers see the old bytes or the new ones, nothing else.
    public static void file(Path file, byte[] content) throws IOException {
        Path beside = beside(file);
        write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(file));
    }

    public static void file(Path file, String content) throws IOException {
        file(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /// A new directory with these files, by relative name. One that somebody else made meanwhile is left as it is.
    public static void directory(Path directory, Map<String, byte[]> files) throws IOException {
        Path parent = parent(directory);
        Files.createDirectories(parent);
        Path beside = Files.createDirectory(beside(directory));
        try {
            fill(beside, files);
            Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(beside);
            if (!Files.exists(directory)) {
                throw e;
            }
        }
        sync(parent);
    }

    private static void fill(Path directory, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(files).entrySet()) {
            write(inside(directory, entry.getKey()), entry.getValue());
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path folder : below.filter(Files::isDirectory).toList()) {
                sync(folder);
            }
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory) || file.equals(directory)) {
            throw new IllegalArgumentException("not a name inside the directory: " + name);
        }
        Files.createDirectories(parent(file));
        return file;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, content);
        }
    }

    /// Writes all bytes where the channel stands, and syncs once.
    public static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    /// Returns once what the directory names is on the disk.
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes a directory and all that is in it.
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path beside(Path path) {
        return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("the root of a file system cannot be made: " + path);
        }
        return parent;
    }
}
