package cairn.codes.correction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The path to a setting of a code: `qe.electrons.mixing_beta`. Inputs of codes do not tell letters of either case
/// apart, so this does not.
record SettingKey(String path) {
    SettingKey {
        path = path.toLowerCase(Locale.ROOT);
        if (!path.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*")) {
            throw new IllegalArgumentException("not the key of a setting: " + path);
        }
    }

    private List<String> names() {
        return List.of(path.split("\\."));
    }

    Optional<JsonNode> in(ObjectNode settings) {
        Optional<JsonNode> found = Optional.of(settings);
        for (String name : names()) {
            found = found.flatMap(node -> child(node, name));
        }
        return found;
    }

    private static Optional<JsonNode> child(JsonNode node, String name) {
        return spelled(node, name).map(node::get);
    }

    /// The name as the settings spell it.
    private static Optional<String> spelled(JsonNode node, String name) {
        return node.propertyNames().stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst();
    }

    /// Other settings, the same but for this one.
    ObjectNode put(ObjectNode settings, JsonNode value) {
        ObjectNode changed = settings.deepCopy();
        List<String> names = names();
        ObjectNode at = changed;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.withObject("/" + spelled(at, name).orElse(name));
        }
        String last = names.getLast();
        at.set(spelled(at, last).orElse(last), value);
        return changed;
    }
}
