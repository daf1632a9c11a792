package cairn.codes;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The text from which a job makes a code again: its name, or for one that takes settings a JSON object of them with
/// the name under `use`. The same settings are the same text.
public final class CodeSpec {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String USE = "use";

    private CodeSpec() {}

    public static String of(String name, ObjectNode settings) {
        ObjectNode spec = MAPPER.createObjectNode().put(USE, name);
        settings.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> spec.set(entry.getKey(), entry.getValue()));
        return spec.toString();
    }

    /// Whether a spec carries settings.
    public static boolean hasSettings(String spec) {
        return spec.startsWith("{");
    }

    /// The name in a spec.
    public static String name(String spec) {
        return hasSettings(spec) ? parsed(spec).required(USE).stringValue() : spec;
    }

    /// The settings in a spec; none for a code that takes none.
    public static ObjectNode settings(String spec) {
        if (!hasSettings(spec)) {
            return MAPPER.createObjectNode();
        }
        ObjectNode settings = parsed(spec).deepCopy();
        settings.remove(USE);
        return settings;
    }

    private static ObjectNode parsed(String spec) {
        JsonNode json = MAPPER.readTree(spec);
        return json instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    }
}
