package cairn.codes.correction;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A setting, what it was and what it became; `from` is a missing node where nobody had said anything.
public record Changed(SettingKey key, String name, JsonNode from, JsonNode to) {
    private static final String UNIT = "_ev";

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

    /// The setting as a workflow names it: `smearing_width`.
    public String setting() {
        return key.path().replaceFirst(UNIT + "$", "");
    }

    /// The new value as a workflow says it: `0.1 eV`.
    public String value() {
        return shown(to) + (key.path().endsWith(UNIT) ? " eV" : "");
    }

    /// As a workflow says it under `code:`.
    String byHand() {
        String[] names = setting().split("\\.");
        String said = names[names.length - 1] + ": " + value();
        for (int i = names.length - 2; i >= 0; i--) {
            said = names[i] + ": {" + said + "}";
        }
        return said;
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
