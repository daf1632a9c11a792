package cairn.campaign.shape;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The few words of JSON Schema that the shapes are written in.
public final class Schemas {
    /// A value that is nothing but a placeholder of the matrix, such as `{cutoff}`.
    public static final String PLACEHOLDER = "\\{[a-z][a-z0-9_]*\\}";

    private Schemas() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static ObjectNode ofType(String type) {
        return object().put("type", type);
    }

    /// Text that matches a pattern as a whole.
    public static ObjectNode text(String pattern) {
        return ofType("string").put("pattern", "^(" + pattern + ")$");
    }

    /// A number, or a placeholder that stands for one.
    static ObjectNode number(String type) {
        ObjectNode schema = object();
        schema.putArray("type").add(type).add("string");
        return schema.put("pattern", "^" + PLACEHOLDER + "$");
    }

    /// One of the words, or a placeholder that stands for one.
    static ObjectNode words(Collection<String> words) {
        ObjectNode known = object();
        ArrayNode values = known.putArray("enum");
        words.forEach(values::add);
        return anyOf(known, text(PLACEHOLDER));
    }

    public static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode schema = object();
        ArrayNode alternatives = schema.putArray("anyOf");
        for (ObjectNode alternative : schemas) {
            alternatives.add(alternative);
        }
        return schema;
    }
}
