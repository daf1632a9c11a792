package cairn.campaign.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Writes that a power cut cannot take back.
public final class Durable {
    private Durable() {}

    /// Writes all bytes and syncs once.
    static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /// Makes or replaces a file in one step: readers see the old bytes or the new ones, nothing else.
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".draft");
        try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
            write(channel, bytes);
        }
        Files.move(draft, file, ATOMIC_MOVE);
        if (directory != null) {
            syncDirectory(directory);
        }
    }

    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }
}
