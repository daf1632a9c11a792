package cairn.codes;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /// In which settings two codes of one name differ, such as `cutoff_ev 400 and 500`; empty if in none.
    public static String differences(String one, String other) {
        ObjectNode first = settings(one);
        ObjectNode second = settings(other);
        Set<String> keys = new TreeSet<>(first.propertyNames());
        keys.addAll(second.propertyNames());
        return keys.stream()
                .filter(key -> !first.path(key).equals(second.path(key)))
                .map(key -> key + " " + shown(first, key) + " and " + shown(second, key))
                .collect(Collectors.joining(", "));
    }

    private static String shown(ObjectNode settings, String key) {
        return settings.has(key) ? settings.path(key).toString() : "none";
    }

    private static ObjectNode parsed(String spec) {
        JsonNode json = MAPPER.readTree(spec);
        return json instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    }
}
