package cairn.campaign.work.files;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.order.WorkOrder;
import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// `result.json`: there whole, or not at all.
public final class ResultFile {
    private ResultFile() {}

    /// Empty if the work did not come to its end.
    public static Optional<ObjectNode> read(Path directory) {
        Path file = directory.resolve(WorkOrder.RESULT);
        try {
            return Files.exists(file) ? Optional.of(Json.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public static void write(Path directory, ObjectNode result) {
        Path file = directory.resolve(WorkOrder.RESULT);
        try {
            Durable.file(file, Json.pages(result));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
