package cairn.campaign.shape;

import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The plain shapes: text, numbers, choices, lists.
public final class Shapes {
    private Shapes() {}

    /// A shape from its two halves.
    public static <T> Shape<T> of(Decoder<T> decoder, Supplier<ObjectNode> schema) {
        return of(decoder, schema, String::valueOf);
    }

    public static <T> Shape<T> of(Decoder<T> decoder, Supplier<ObjectNode> schema, Function<T, String> show) {
        return new Shape<>() {
            @Override
            public Optional<T> read(Node node, Reading reading) {
                return decoder.read(node, reading);
            }

            @Override
            public ObjectNode schema() {
                return schema.get();
            }

            @Override
            public String show(T value) {
                return show.apply(value);
            }
        };
    }

    /// The half of a shape that reads.
    @FunctionalInterface
    public interface Decoder<T> {
        Optional<T> read(Node node, Reading reading);
    }

    /// Text, not empty.
    public static Shape<String> text() {
        Decoder<String> decoder = (node, reading) ->
                node instanceof Scalar(String text, Kind kind, var _) && kind == Kind.TEXT && !text.isBlank()
                        ? Optional.of(text)
                        : reading.mustBe("text", node);
        return of(decoder, () -> Schemas.text("[\\s\\S]*\\S[\\s\\S]*"));
    }

    /// Text of a pattern, which `expected` describes to the user.
    public static Shape<String> text(String pattern, String expected) {
        Pattern compiled = Pattern.compile(pattern);
        Decoder<String> decoder = (node, reading) -> node instanceof Scalar(String text, Kind kind, var _)
                        && kind == Kind.TEXT
                        && compiled.matcher(text).matches()
                ? Optional.of(text)
                : reading.mustBe(expected, node);
        return of(decoder, () -> Schemas.text(pattern));
    }

    /// A whole number within bounds, both included; 7.9 and "7" are none.
    public static Shape<Integer> integer(int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        Decoder<Integer> decoder = (node, reading) -> wholeNumber(node)
                .filter(value -> value >= least && value <= most)
                .map(Long::intValue)
                .or(() -> reading.mustBe(expected, node));
        return of(decoder, () -> Schemas.number("integer").put("minimum", least).put("maximum", most));
    }

    private static Optional<Long> wholeNumber(Node node) {
        if (!(node instanceof Scalar(String text, Kind kind, var _)) || kind != Kind.INTEGER || text.length() > 18) {
            return Optional.empty();
        }
        String digits = text.startsWith("+") ? text.substring(1) : text;
        return Optional.of(
                digits.startsWith("0x")
                        ? Long.parseLong(digits.substring(2), 16)
                        : digits.startsWith("0o") ? Long.parseLong(digits.substring(2), 8) : Long.parseLong(digits));
    }

    /// A finite number; `0.01`, `1e-3` and `2` are numbers, "0.01" and `.inf` are not.
    public static Shape<Double> number() {
        Decoder<Double> decoder = (node, reading) -> decimal(node).or(() -> reading.mustBe("a number", node));
        return of(decoder, () -> Schemas.number("number"), Shapes::shown);
    }

    /// A number above zero.
    public static Shape<Double> positive() {
        Decoder<Double> decoder = (node, reading) ->
                decimal(node).filter(value -> value > 0).or(() -> reading.mustBe("a number above 0", node));
        return of(decoder, () -> Schemas.number("number").put("exclusiveMinimum", 0), Shapes::shown);
    }

    private static Optional<Double> decimal(Node node) {
        if (node instanceof Scalar(String text, Kind kind, var _) && kind == Kind.DECIMAL) {
            return text.contains(".inf") || text.toLowerCase(Locale.ROOT).contains("n")
                    ? Optional.empty()
                    : Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        }
        return wholeNumber(node).map(Long::doubleValue);
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// One of the words of an enumeration: `FROM_START` is written `from-start`.
    public static <E extends Enum<E>> Shape<E> choice(Class<E> type) {
        List<E> values = Arrays.asList(type.getEnumConstants());
        List<String> words = values.stream().map(Shapes::word).toList();
        return of(
                (node, reading) -> word(words, node, reading).map(word -> values.get(words.indexOf(word))),
                () -> Schemas.words(words),
                Shapes::word);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One of some words.
    public static Shape<String> choice(Collection<String> words) {
        return of((node, reading) -> word(words, node, reading), () -> Schemas.words(words));
    }

    private static Optional<String> word(Collection<String> words, Node node, Reading reading) {
        if (!(node instanceof Scalar(String text, var _, var _))) {
            return reading.mustBe("one of " + String.join(", ", words), node);
        }
        if (words.contains(text)) {
            return Optional.of(text);
        }
        return NearestName.of(text, words)
                .map(near -> reading.<String>mustBe(
                        "one of " + String.join(", ", words), node, "did you mean '" + near + "'?"))
                .orElseGet(() -> reading.mustBe("one of " + String.join(", ", words), node));
    }

    /// A list of exactly three, such as a point or the repeats of a supercell.
    public static <T> Shape<List<T>> three(Shape<T> item, String expected) {
        Decoder<List<T>> decoder =
                (node, reading) -> node instanceof Sequence list && list.items().size() == 3
                        ? items(list, item, reading)
                        : reading.mustBe(expected, node);
        return of(decoder, () -> listSchema(item).put("minItems", 3).put("maxItems", 3));
    }

    /// A list of at least one.
    public static <T> Shape<List<T>> list(Shape<T> item) {
        Decoder<List<T>> decoder = (node, reading) ->
                node instanceof Sequence list && !list.items().isEmpty()
                        ? items(list, item, reading)
                        : reading.mustBe("a list of at least one value", node);
        return of(decoder, () -> listSchema(item).put("minItems", 1));
    }

    /// One item by itself, or a list of them.
    public static <T> Shape<List<T>> oneOrSeveral(Shape<T> item) {
        Shape<List<T>> several = list(item);
        return of(
                (node, reading) -> node instanceof Sequence
                        ? several.read(node, reading)
                        : item.read(node, reading).map(List::of),
                () -> Schemas.anyOf(item.schema(), several.schema()));
    }

    private static <T> Optional<List<T>> items(Sequence list, Shape<T> item, Reading reading) {
        List<T> values = new ArrayList<>(list.items().size());
        for (Node node : list.items()) {
            item.read(node, reading).ifPresent(values::add);
        }
        return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
    }

    private static ObjectNode listSchema(Shape<?> item) {
        ObjectNode schema = Schemas.ofType("array");
        schema.set("items", item.schema());
        return schema;
    }
}
