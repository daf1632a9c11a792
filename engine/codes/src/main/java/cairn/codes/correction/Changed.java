package cairn.codes.correction;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A setting, what it was and what it became; `from` is a missing node where nobody had said anything.
public record Changed(SettingKey key, String name, JsonNode from, JsonNode to) {
    /// As a sentence has it: `mixing_beta lowered from 0.7 to 0.3`.
    String words() {
        if (from.isMissingNode()) {
            return name + " set to " + shown(to);
        }
        return name + " " + verb() + " from " + shown(from) + " to " + shown(to);
    }

    private String verb() {
        if (!from.isNumber() || !to.isNumber()) {
            return "changed";
        }
        return to.doubleValue() < from.doubleValue() ? "lowered" : "raised";
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    ObjectNode applyTo(ObjectNode settings) {
        return key.put(settings, to);
    }

    /// As [#applyTo], where the settings still are what this was made for: a user may have changed them since.
    Optional<ObjectNode> applyIfUnchanged(ObjectNode settings) {
        JsonNode now = key.in(settings).orElse(from);
        return now.equals(from) ? Optional.of(applyTo(settings)) : Optional.empty();
    }
}
