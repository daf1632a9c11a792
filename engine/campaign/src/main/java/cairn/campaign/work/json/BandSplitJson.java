package cairn.campaign.work.json;

import cairn.neb.BandSplit;
import cairn.neb.Cells;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A band that was cut, as JSON: `guess` is where the minimum is expected, `before` and `after` are the images on its
/// two sides.
public final class BandSplitJson {
    /// In the result of a calculation that has cut its band.
    public static final String KEY = "split";

    private BandSplitJson() {}

    public static ObjectNode write(BandSplit split) {
        ObjectNode node = Json.object();
        node.set("guess", StructureJson.write(split.guess()));
        node.set("before", StructureJson.writeAll(split.before()));
        node.set("after", StructureJson.writeAll(split.after()));
        return node;
    }

    /// @throws RuntimeException if the node was not written by [#write]
    public static BandSplit read(JsonNode node, Cells cells) {
        return new BandSplit(
                StructureJson.readAll(node.required("before")),
                StructureJson.read(node.required("guess")),
                StructureJson.readAll(node.required("after")),
                cells);
    }
}
