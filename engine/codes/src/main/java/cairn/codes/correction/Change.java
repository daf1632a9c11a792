package cairn.codes.correction;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One setting and what a correction makes of it. `name` is how a sentence calls it, `usual` what the code takes where
/// nobody says anything; missing if that is not known.
record Change(SettingKey key, String name, Rule rule, JsonNode usual) {
    /// What becomes of a value.
    sealed interface Rule {
        record To(JsonNode value) implements Rule {}

        record AtMost(double value) implements Rule {}

        record AtLeast(double value) implements Rule {}
    }

    /// The change in these settings; empty if they are as wanted already.
    Optional<Changed> in(ObjectNode settings) {
        JsonNode now = key.in(settings).orElse(usual);
        return target(now).filter(to -> !isSame(now, to)).map(to -> new Changed(key, name, now, to));
    }

    private Optional<JsonNode> target(JsonNode now) {
        return switch (rule) {
            case Rule.To(JsonNode value) -> Optional.of(value);
            case Rule.AtMost(double most) ->
                now.isNumber() && now.doubleValue() <= most ? Optional.empty() : Optional.of(number(most));
            case Rule.AtLeast(double least) ->
                now.isNumber() && now.doubleValue() >= least ? Optional.empty() : Optional.of(number(least));
        };
    }

    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    /// Codes do not tell words of either case apart.
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.doubleValue() == other.doubleValue();
        }
        if (one.isString() && other.isString()) {
            return one.stringValue().equalsIgnoreCase(other.stringValue());
        }
        return one.equals(other);
    }
}
