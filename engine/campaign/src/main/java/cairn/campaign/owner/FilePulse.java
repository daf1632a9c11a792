package cairn.campaign.owner;

import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The heartbeat in a file, `journal/<epoch>.alive`, replaced as a whole at every beat.
public final class FilePulse implements Pulse {
    private final Path folder;

    public FilePulse(Path journalFolder) {
        this.folder = journalFolder;
    }

    @Override
    public String read(int epoch) {
        try {
            return Files.readString(file(epoch));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(file(epoch) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void beat(int epoch, long count) {
        try {
            Durable.file(file(epoch), Long.toString(count));
        } catch (IOException e) {
            throw new UncheckedIOException(file(epoch) + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private Path file(int epoch) {
        return folder.resolve(epoch + ".alive");
    }
}
