package cairn.campaign.shape;

import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A mapping of known keys, each with its own shape; an unknown key is a problem.
public final class MappingShape implements Shape<Said> {
    private final String name;
    private final SequencedMap<String, Key<?>> keys;
    private final List<Key<?>> required;

    private MappingShape(String name, SequencedMap<String, Key<?>> keys) {
        this.name = name;
        this.keys = keys;
        this.required =
                keys.values().stream().filter(Key.Required.class::isInstance).toList();
    }

    /// A mapping that messages call by the name, such as `neb`.
    public static MappingShape of(String name, Collection<? extends Key<?>> keys) {
        SequencedMap<String, Key<?>> byName = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            if (byName.put(key.name(), key) != null) {
                throw new IllegalArgumentException(name + " has the key " + key.name() + " twice");
            }
        }
        return new MappingShape(name, byName);
    }

    @Override
    public Optional<Said> read(Node node, Reading reading) {
        return readPartly(node, reading).filter(Said::isComplete);
    }

    /// What could be read, even if some of it had problems; absent only if the node is no mapping.
    public Optional<Said> readPartly(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            return reading.mustBe("a mapping with the keys " + String.join(", ", keys.keySet()), node);
        }
        List<Said.Held> values = new ArrayList<>(mapping.entries().size());
        boolean complete = true;
        for (Entry entry : mapping.entries()) {
            complete &= readEntry(entry, values, reading);
        }
        complete &= hasRequired(mapping, reading);
        return Optional.of(new Said(mapping.at(), values, unread(mapping, values), complete));
    }

    private static Set<String> unread(Mapping mapping, List<Said.Held> values) {
        return values.size() == mapping.entries().size()
                ? Set.of()
                : mapping.entries().stream().map(entry -> entry.key().text()).collect(Collectors.toSet());
    }

    private boolean readEntry(Entry entry, List<Said.Held> values, Reading reading) {
        Key<?> key = keys.get(entry.key().text());
        if (key == null) {
            unknown(entry, reading);
            return false;
        }
        Location at = entry.value().at();
        Optional<?> value = key.shape().read(entry.value(), reading.of(key.name()));
        value.ifPresent(v -> values.add(new Said.Held(key, v, at)));
        return value.isPresent();
    }

    private void unknown(Entry entry, Reading reading) {
        String text = entry.key().text();
        reading.problems()
                .add(
                        entry.key().at(),
                        "unknown key '" + text + "' in " + name,
                        NearestName.advice(text, keys.keySet()));
    }

    private boolean hasRequired(Mapping mapping, Reading reading) {
        List<String> missing = new ArrayList<>(0);
        for (Key<?> key : required) {
            if (mapping.find(key.name()).isEmpty()) {
                missing.add("'" + key.name() + "'");
            }
        }
        if (!missing.isEmpty()) {
            String keys = (missing.size() == 1 ? "the key " : "the keys ") + String.join(", ", missing);
            reading.problems().add(mapping.at(), name + " needs " + keys, "");
        }
        return missing.isEmpty();
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = Schemas.ofType("object");
        ObjectNode properties = schema.putObject("properties");
        for (Key<?> key : keys.values()) {
            properties.set(key.name(), described(key));
        }
        if (!required.isEmpty()) {
            ArrayNode names = Schemas.array();
            required.forEach(key -> names.add(key.name()));
            schema.set("required", names);
        }
        return schema.put("additionalProperties", false);
    }

    private static <T> ObjectNode described(Key<T> key) {
        ObjectNode schema = key.shape().schema().put("description", key.about());
        return key instanceof Key.Defaulted<T> defaulted
                ? schema.put("$comment", "default: " + key.shape().show(defaulted.fallback()))
                : schema;
    }
}
