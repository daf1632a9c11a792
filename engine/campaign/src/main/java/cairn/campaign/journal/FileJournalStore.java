package cairn.campaign.journal;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// A journal in a folder, safe on NFS and Lustre: whole files made by link(2), appends by one process only, no locks.
public final class FileJournalStore implements JournalStore, AutoCloseable {
    private static final String SUFFIX = ".log";

    private final Path folder;
    private Writer writer = new Writer.None();

    /// The segment this process appends to.
    private sealed interface Writer {
        record None() implements Writer {}

        record Open(int epoch, FileChannel channel) implements Writer {}

        /// A write failed part way (a full disk): what follows it would be read as damage, so nothing may.
        record Broken(String message) implements Writer {}
    }

    /// The journal in `folder`, which may not exist yet.
    public FileJournalStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public End read(Consumer<JournalRecord> each) {
        return Segments.read(
                newestEpoch(), epoch -> segment(epoch).toString(), epoch -> Files.newInputStream(segment(epoch)), each);
    }

    @Override
    public boolean begin(int epoch, JournalRecord opened) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(epoch + "." + UUID.randomUUID() + ".draft");
            FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE);
            Durable.write(channel, Segment.encode(List.of(opened)));
            channel.close();
            boolean won = linkedOnce(draft, segment(epoch));
            Files.delete(draft);
            Durable.sync(folder);
            if (won) {
                writer = new Writer.Open(epoch, FileChannel.open(segment(epoch), WRITE, APPEND));
            }
            return won;
        } catch (IOException e) {
            throw new UncheckedIOException(segment(epoch) + ": cannot be made: " + e.getMessage(), e);
        }
    }

    /// link(2) is atomic on every file system. Over NFS its answer may be lost, and the repeated request then says
    /// "exists" to the winner: so the answer is not believed, the link count is (open(2), on O_EXCL and NFS).
    private static boolean linkedOnce(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            return linkCount(draft) == 2;
        }
        return linkCount(draft) == 2;
    }

    private static int linkCount(Path file) throws IOException {
        return ((Number) Files.getAttribute(file, "unix:nlink")).intValue();
    }

    @Override
    public boolean append(int epoch, List<JournalRecord> batch) {
        return switch (writer) {
            case Writer.Open(int ours, var channel) when ours == epoch -> append(channel, epoch, batch);
            case Writer.Broken(String message) -> throw new IllegalStateException("append after: " + message);
            case Writer.Open _, Writer.None _ -> throw new IllegalStateException("segment " + epoch + " is not ours");
        };
    }

    private boolean append(FileChannel channel, int epoch, List<JournalRecord> batch) {
        if (newestEpoch() != epoch) {
            return false;
        }
        try {
            Durable.write(channel, Segment.encode(batch));
            return true;
        } catch (IOException e) {
            String message = segment(epoch) + ": cannot be written: " + e.getMessage();
            writer = new Writer.Broken(message);
            throw new UncheckedIOException(message, e);
        }
    }

    @Override
    public int newestEpoch() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int newest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*" + SUFFIX)) {
            for (Path file : files) {
                newest = Math.max(newest, epoch(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
        return newest;
    }

    private static int epoch(Path file) {
        String name = file.getFileName().toString();
        String digits = name.substring(0, name.length() - SUFFIX.length());
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private Path segment(int epoch) {
        return folder.resolve(epoch + SUFFIX);
    }

    @Override
    public void close() {
        if (writer instanceof Writer.Open(int epoch, var channel)) {
            writer = new Writer.None();
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(segment(epoch) + ": cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
