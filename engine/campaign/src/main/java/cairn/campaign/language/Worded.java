package cairn.campaign.language;

import cairn.campaign.yaml.Node;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A value for a code, as JSON with our units, and in the words of whoever wrote it.
record Worded(JsonNode json, String words) {
    /// A node as it stands in the file.
    static String words(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence(var items, var _) ->
                items.stream().map(Worded::words).collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping(var entries, var _) ->
                entries.stream()
                        .map(entry -> entry.key().text() + ": " + words(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
