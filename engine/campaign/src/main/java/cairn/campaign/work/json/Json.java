package cairn.campaign.work.json;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON as this package writes and reads it.
public final class Json {
    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static ObjectNode object() {
        return COMPACT.createObjectNode();
    }

    public static ArrayNode array(double... numbers) {
        ArrayNode array = COMPACT.createArrayNode();
        Arrays.stream(numbers).forEach(array::add);
        return array;
    }

    public static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    public static String line(ObjectNode node) {
        return COMPACT.writeValueAsString(node);
    }

    public static String pages(ObjectNode node) {
        return INDENTED.writeValueAsString(node) + "\n";
    }

    /// @throws IllegalArgumentException if the text is no JSON object
    public static ObjectNode parse(String text) {
        try {
            if (COMPACT.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("not a JSON object");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
