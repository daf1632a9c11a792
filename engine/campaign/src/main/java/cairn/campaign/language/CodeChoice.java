package cairn.campaign.language;

import cairn.campaign.language.Resolved.Origin;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Said;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Problems;
import cairn.codes.CodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The settings of a code that takes some: each key by itself from the step, else the workflow, else the protocol.
///
/// `layers` are what step and workflow say under `code:`, the nearer first.
record CodeChoice(CodeKind kind, CodeShape shape, List<Layer> layers, CodeKind.Places places) {
    /// What one place says, and how that place is named in a plan.
    record Layer(Said said, Function<Location, Origin> origin) {}

    private record Value(CodeKey key, Worded worded, Origin origin, Location at) {}

    private String protocol() {
        return layers.stream()
                .flatMap(layer -> layer.said().find(shape.protocol()).stream())
                .findFirst()
                .orElse(ProtocolTable.USUAL);
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (CodeKey key : CodeKey.ALL) {
            if (kind.takes().contains(key.name())) {
                value(key).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<Value> value(CodeKey key) {
        for (Layer layer : layers) {
            Optional<Worded> said = layer.said().find(key.key());
            if (said.isPresent()) {
                Location at = layer.said().at(key.key());
                return Optional.of(new Value(key, said.get(), layer.origin().apply(at), at));
            }
        }
        return ProtocolTable.builtIn()
                .find(protocol(), kind.name(), key.key())
                .map(found -> new Value(
                        key, found.value(), new Origin.Protocol(protocol(), found.part()), Location.whole("")));
    }

    /// The settings as the code takes them.
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values().forEach(value -> json.set(value.key().json(), value.worded().json()));
        ObjectNode own = own();
        if (!own.isEmpty()) {
            json.set(kind.name(), own);
        }
        return kind.located(json, places);
    }

    /// The workflow's own words for the code, those of the step put over them.
    private ObjectNode own() {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        for (Layer layer : layers.reversed()) {
            shape.own(kind.name()).flatMap(key -> layer.said().find(key)).ifPresent(said -> merge(own, said.json()));
        }
        return own;
    }

    private static void merge(ObjectNode into, JsonNode over) {
        over.properties().forEach(entry -> {
            if (into.path(entry.getKey()) instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode) {
                merge(inner, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    /// What `cairn plan` shows.
    List<Resolved> resolved() {
        List<Resolved> resolved = new ArrayList<>();
        if (!kind.takes().isEmpty()) {
            resolved.add(new Resolved("code.protocol", protocol(), protocolOrigin()));
        }
        for (Value value : values()) {
            resolved.add(
                    new Resolved("code." + value.key().name(), value.worded().words(), value.origin()));
        }
        for (Layer layer : layers) {
            shape.own(kind.name()).ifPresent(key -> own(layer, key).ifPresent(resolved::add));
        }
        return resolved;
    }

    private static Optional<Resolved> own(Layer layer, Key.Optional<Worded> key) {
        return layer.said()
                .find(key)
                .map(said -> new Resolved(
                        "code." + key.name(),
                        said.words(),
                        layer.origin().apply(layer.said().at(key))));
    }

    private Origin protocolOrigin() {
        return layers.stream()
                .filter(layer -> layer.said().find(shape.protocol()).isPresent())
                .findFirst()
                .map(layer -> layer.origin().apply(layer.said().at(shape.protocol())))
                .orElse(new Origin.BuiltIn());
    }

    /// Reports what the code cannot do, each where it stands.
    void check(Problems problems) {
        for (CodeKind.Objection objection : kind.objections(json())) {
            problems.add(at(objection.key()), objection.what(), objection.advice());
        }
    }

    /// Where a setting stands, or else where the code is named.
    Location at(String name) {
        return values().stream()
                .filter(value -> value.key().name().equals(name) && !(value.origin() instanceof Origin.Protocol))
                .map(Value::at)
                .findFirst()
                .or(() -> shape.own(name).flatMap(this::atOwn))
                .orElse(layers.getFirst().said().at());
    }

    private Optional<Location> atOwn(Key.Optional<Worded> key) {
        return layers.stream()
                .filter(layer -> layer.said().find(key).isPresent())
                .findFirst()
                .map(layer -> layer.said().at(key));
    }
}
