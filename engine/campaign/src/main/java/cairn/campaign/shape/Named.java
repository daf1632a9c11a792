package cairn.campaign.shape;

import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// A value under a name that the user chose: a structure, a step, a variable of the matrix.
public record Named<T>(String name, Location at, T value) {
    /// A mapping from names of a pattern (described by `expected`) to values; not empty.
    ///
    /// A value with problems is left out, so that the rest can still be checked.
    public static <T> Shape<List<Named<T>>> mapping(String pattern, String expected, Shape<T> value) {
        Pattern compiled = Pattern.compile(pattern);
        return Shapes.of(
                (node, reading) ->
                        node instanceof Mapping mapping && !mapping.entries().isEmpty()
                                ? Optional.of(entries(mapping, compiled, expected, value, reading))
                                : reading.mustBe("a mapping of at least one name", node),
                () -> schema(pattern, value));
    }

    private static <T> List<Named<T>> entries(
            Mapping mapping, Pattern pattern, String expected, Shape<T> value, Reading reading) {
        List<Named<T>> named = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            entry(entry, pattern, expected, value, reading).ifPresent(named::add);
        }
        return named;
    }

    private static <T> Optional<Named<T>> entry(
            Entry entry, Pattern pattern, String expected, Shape<T> value, Reading reading) {
        Scalar key = entry.key();
        if (!pattern.matcher(key.text()).matches()) {
            return reading.of("a name in " + reading.label()).mustBe(expected, key);
        }
        return readUnder(key, entry.value(), value, reading.of(key.text()));
    }

    private static <T> Optional<Named<T>> readUnder(Scalar key, Node node, Shape<T> value, Reading reading) {
        return value.read(node, reading).map(read -> new Named<>(key.text(), key.at(), read));
    }

    private static ObjectNode schema(String pattern, Shape<?> value) {
        ObjectNode schema = Schemas.ofType("object").put("minProperties", 1);
        schema.set("propertyNames", Schemas.text(pattern));
        schema.set("additionalProperties", value.schema());
        return schema;
    }
}
