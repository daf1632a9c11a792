package cairn.campaign.work.files;

import cairn.campaign.work.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// `progress.json`: what a job knows so far, for whoever looks while it runs. Replaced in one step, but not synced: it
/// is worth nothing after a power cut, and a job with fast forces would wait for the disk at every round.
public final class ProgressFile {
    static final String NAME = "progress.json";

    private ProgressFile() {}

    /// Empty where a job has told nothing yet, or the file is not to be understood.
    public static Optional<ObjectNode> read(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            return Optional.of(Json.parse(Files.readString(file)));
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public static void write(Path directory, ObjectNode progress) {
        Path file = directory.resolve(NAME);
        Path beside = directory.resolve(NAME + ".tmp");
        try {
            Files.writeString(beside, Json.line(progress) + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
