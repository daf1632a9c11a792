package cairn.codes.correction;

import cairn.codes.correction.Remedy.Touches;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A remedy as JSON. The format is a contract with the journals of earlier versions: fields are added, never renamed.
public final class RemedyJson {
    private RemedyJson() {}

    public static ObjectNode write(Remedy remedy) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("signature", remedy.signature())
                .put("name", remedy.name())
                .put("touches", remedy.touches().name().toLowerCase(Locale.ROOT))
                .put("reason", remedy.reason());
        ArrayNode changes = json.putArray("changes");
        remedy.changes().forEach(change -> changes.add(write(change)));
        return json;
    }

    private static ObjectNode write(Changed change) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("key", change.key().path()).put("setting", change.name());
        if (!change.from().isMissingNode()) {
            json.set("from", change.from());
        }
        json.set("to", change.to());
        return json;
    }

    /// @throws RuntimeException if the node was not written by [#write]
    public static Remedy read(JsonNode json) {
        return new Remedy(
                json.required("signature").stringValue(),
                json.required("name").stringValue(),
                Touches.valueOf(json.required("touches").stringValue().toUpperCase(Locale.ROOT)),
                json.required("reason").stringValue(),
                json.required("changes").valueStream().map(RemedyJson::change).toList());
    }

    private static Changed change(JsonNode json) {
        return new Changed(
                new SettingKey(json.required("key").stringValue()),
                json.required("setting").stringValue(),
                json.has("from") ? json.required("from") : JsonNodeFactory.instance.missingNode(),
                json.required("to"));
    }
}
