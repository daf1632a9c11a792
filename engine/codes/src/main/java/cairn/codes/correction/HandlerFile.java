package cairn.codes.correction;

import cairn.codes.correction.Change.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the corrections of a code, and refuses a file that breaks the contract: numerics touch only what the file
/// lists as numerics.
final class HandlerFile {
    private final Map<SettingKey, String> numerics;
    private final Map<SettingKey, String> physics;

    private HandlerFile(JsonNode file) {
        this.numerics = keys(file.required("numerics"));
        this.physics = keys(file.required("physics"));
    }

    /// @throws IllegalArgumentException if the text breaks the contract; it is a mistake of ours
    static Handlers parse(String text) {
        JsonNode file = JsonMapper.shared().readTree(text);
        HandlerFile reader = new HandlerFile(file);
        Map<String, Handler> handlers = new HashMap<>();
        file.required("handlers")
                .properties()
                .forEach(entry -> handlers.put(entry.getKey(), reader.handler(entry.getKey(), entry.getValue())));
        return new Handlers(handlers);
    }

    private static Map<SettingKey, String> keys(JsonNode node) {
        Map<SettingKey, String> keys = new HashMap<>();
        node.properties()
                .forEach(entry -> keys.put(
                        new SettingKey(entry.getKey()), entry.getValue().stringValue()));
        return keys;
    }

    private Handler handler(String signature, JsonNode node) {
        List<Correction> ladder = new ArrayList<>();
        Set<String> names = new HashSet<>();
        node.required("ladder").valueStream().forEach(rung -> ladder.add(correction(signature, rung)));
        ladder.stream().filter(correction -> !names.add(correction.name())).forEach(correction -> {
            throw new IllegalArgumentException(signature + " has two corrections named " + correction.name());
        });
        return new Handler(signature, node.required("what").stringValue(), ladder);
    }

    private Correction correction(String signature, JsonNode node) {
        String name = node.required("name").stringValue();
        String where = signature + ", " + name;
        Case in = Case.of(node.path("in").asString("any"));
        return switch (node.required("class").stringValue()) {
            case "numerics" -> new Correction.Numerics(name, in, changes(where, node, numerics));
            case "physics" ->
                new Correction.Physics(
                        name,
                        in,
                        changes(where, node, physics),
                        node.required("why").stringValue());
            case String other -> throw new IllegalArgumentException(where + ": there is no class " + other);
        };
    }

    private List<Change> changes(String where, JsonNode correction, Map<SettingKey, String> allowed) {
        String touches = correction.required("class").stringValue();
        return correction
                .required("set")
                .valueStream()
                .map(node -> {
                    SettingKey key = new SettingKey(node.required("key").stringValue());
                    if (!allowed.containsKey(key)) {
                        throw new IllegalArgumentException(
                                where + " is declared " + touches + ", but " + key.path() + " is none of them");
                    }
                    return new Change(
                            key, allowed.getOrDefault(key, key.path()), rule(where, node), node.path("usual"));
                })
                .toList();
    }

    private static Rule rule(String where, JsonNode node) {
        if (node.has("to")) {
            return new Rule.To(node.required("to"));
        }
        if (node.has("at_most")) {
            return new Rule.AtMost(node.required("at_most").doubleValue());
        }
        if (node.has("at_least")) {
            return new Rule.AtLeast(node.required("at_least").doubleValue());
        }
        throw new IllegalArgumentException(where + ": one of to, at_most, at_least is missing");
    }
}
