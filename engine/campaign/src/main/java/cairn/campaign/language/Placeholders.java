package cairn.campaign.language;

import cairn.campaign.language.Matrix.Point;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The placeholders in the text of a step, such as the `{phase}` of `structures/{phase}.cif`.
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_-]+)\\}");

    private Placeholders() {}

    /// The names in all text under a node, each with its place.
    public static List<StepName> in(Node node) {
        List<StepName> found = new ArrayList<>(0);
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<StepName> found) {
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    collect(entry.value(), found);
                }
            }
            case Sequence list -> {
                for (Node item : list.items()) {
                    collect(item, found);
                }
            }
            case Scalar scalar -> collect(scalar, found);
        }
    }

    private static void collect(Scalar scalar, List<StepName> found) {
        if (scalar.text().indexOf('{') >= 0) {
            PLACEHOLDER
                    .matcher(scalar.text())
                    .results()
                    .forEach(result -> found.add(new StepName(result.group(1), scalar.at())));
        }
    }

    /// The step's mapping with the values of a point in the place of its placeholders.
    ///
    /// A text that is nothing but a placeholder becomes the value itself, so that numbers stay numbers.
    public static Mapping replace(Mapping mapping, Point point) {
        return point.values().isEmpty()
                ? mapping
                : new Mapping(
                        mapping.entries().stream()
                                .map(entry -> new Entry(entry.key(), replace(entry.value(), point)))
                                .toList(),
                        mapping.at());
    }

    private static Node replace(Node node, Point point) {
        return switch (node) {
            case Mapping mapping -> replace(mapping, point);
            case Sequence list ->
                new Sequence(
                        list.items().stream().map(item -> replace(item, point)).toList(), list.at());
            case Scalar scalar -> scalar.text().indexOf('{') < 0 ? scalar : replace(scalar, point);
        };
    }

    private static Scalar replace(Scalar scalar, Point point) {
        Matcher placeholder = PLACEHOLDER.matcher(scalar.text());
        if (placeholder.matches()) {
            Scalar value = point.values().getOrDefault(placeholder.group(1), scalar);
            return new Scalar(value.text(), value.kind(), scalar.at());
        }
        String text = placeholder.replaceAll(result -> {
            Scalar value = point.values().get(result.group(1));
            return Matcher.quoteReplacement(value == null ? result.group() : value.text());
        });
        return new Scalar(text, Kind.TEXT, scalar.at());
    }
}
