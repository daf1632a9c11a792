package cairn.campaign.journal;

import cairn.campaign.calculation.Digest;
import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Results in files: `objects/ab/<sha256>.json`.
public final class FileObjectStore implements ObjectStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;

    /// The results in `folder`, which may not exist yet.
    public FileObjectStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Digest put(ObjectNode result) {
        byte[] bytes = MAPPER.writeValueAsBytes(result);
        Digest digest = Digest.of(bytes);
        Path file = file(digest);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(shelf(digest));
                Durable.file(file, bytes);
                Durable.sync(folder);
            }
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<ObjectNode> get(Digest digest) {
        Path file = file(digest);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Digest.of(bytes).equals(digest)) {
                throw new CorruptJournal(file + ": its bytes have changed since it was stored; delete it, and the"
                        + " calculation runs again");
            }
            return Optional.of((ObjectNode) MAPPER.readTree(bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Path file(Digest digest) {
        return shelf(digest).resolve(digest.hex() + ".json");
    }

    private Path shelf(Digest digest) {
        return folder.resolve(digest.hex().substring(0, 2));
    }
}
