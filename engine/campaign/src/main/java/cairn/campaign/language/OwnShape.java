package cairn.campaign.language;

import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import cairn.codes.OwnKeys;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What goes to a code in its own words: a mapping whose keys its manual lists, where we have the list.
///
/// A key may carry the index of an array, `celldm(1)`, and letters of either case, as Fortran has it.
record OwnShape(String code, OwnKeys keys) implements Shape<Worded> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Optional<Worded> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            return reading.mustBe("a mapping of " + code + "'s own keys", node);
        }
        int before = reading.problems().count();
        JsonNode json = object(mapping, keys, code, reading);
        return reading.problems().count() == before
                ? Optional.of(new Worded(json, Worded.words(node)))
                : Optional.empty();
    }

    private static ObjectNode object(Mapping mapping, OwnKeys keys, String where, Reading reading) {
        ObjectNode object = JSON.objectNode();
        for (Entry entry : mapping.entries()) {
            below(entry, keys, where, reading)
                    .ifPresent(next -> object.set(
                            entry.key().text(),
                            json(entry.value(), next, entry.key().text(), reading)));
        }
        return object;
    }

    /// What may stand below a key; empty for a key that there is not.
    private static Optional<OwnKeys> below(Entry entry, OwnKeys keys, String where, Reading reading) {
        return switch (keys) {
            case OwnKeys.Anything anything -> Optional.of(anything);
            case OwnKeys.Only(var known) -> {
                String key = entry.key().text();
                Optional<OwnKeys> below = Optional.ofNullable(known.get(bare(key)));
                if (below.isEmpty()) {
                    reading.problems()
                            .add(
                                    entry.key().at(),
                                    "unknown key '" + key + "' in " + where,
                                    NearestName.advice(key, known.keySet()));
                }
                yield below;
            }
        };
    }

    private static String bare(String key) {
        int index = key.indexOf('(');
        return (index < 0 ? key : key.substring(0, index)).toLowerCase(Locale.ROOT);
    }

    private static JsonNode json(Node node, OwnKeys keys, String where, Reading reading) {
        return switch (node) {
            case Mapping mapping -> object(mapping, keys, where, reading);
            case Sequence(var items, var _) -> {
                ArrayNode array = JSON.arrayNode();
                items.forEach(item -> array.add(json(item, keys, where, reading)));
                yield array;
            }
            case Scalar scalar -> keys instanceof OwnKeys.Only ? misplaced(scalar, where, reading) : scalar(scalar);
        };
    }

    private static JsonNode misplaced(Scalar scalar, String where, Reading reading) {
        reading.of(where).mustBe("a mapping", scalar);
        return JSON.nullNode();
    }

    private static JsonNode scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case INTEGER, DECIMAL -> number(scalar.text());
            case BOOLEAN ->
                JSON.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
            case EMPTY -> JSON.nullNode();
        };
    }

    private static JsonNode number(String text) {
        try {
            return text.matches("[+-]?\\d{1,18}")
                    ? JSON.numberNode(Long.parseLong(text))
                    : JSON.numberNode(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return JSON.stringNode(text);
        }
    }

    @Override
    public ObjectNode schema() {
        return schema(keys);
    }

    private static ObjectNode schema(OwnKeys keys) {
        return switch (keys) {
            case OwnKeys.Anything _ -> Schemas.object();
            case OwnKeys.Only _ -> Schemas.ofType("object");
        };
    }

    @Override
    public String show(Worded value) {
        return value.words();
    }
}
