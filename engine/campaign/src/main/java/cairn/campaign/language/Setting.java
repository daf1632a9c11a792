package cairn.campaign.language;

import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Problems;
import cairn.campaign.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value that replaces one of the file, as an option of the command line gives it: `steps.hop.fmax=0.05`.
public record Setting(String option) {
    /// `code: qe` is short for `code: {use: qe}`, to which an option may add.
    private static final String CODE = "code";

    /// Mappings that an option may begin, because each of their keys has a meaning alone.
    private static final Set<String> MAY_BEGIN = Set.of("resources", "matrix", CODE);

    /// The document with the settings put in, the last of two for one key winning; what cannot be put in is a problem.
    public static Node apply(Node document, List<Setting> settings, Problems problems) {
        Node changed = document;
        for (Setting setting : settings) {
            changed = setting.apply(changed, problems);
        }
        return changed;
    }

    private Node apply(Node document, Problems problems) {
        int equals = option.indexOf('=');
        if (equals < 1) {
            problems.add(at(), "this is no setting", "write KEY=VALUE, such as steps.hop.fmax=0.05");
            return document;
        }
        List<String> path = List.of(option.substring(0, equals).strip().split("\\.", -1));
        return YamlReader.readValue(source(), option.substring(equals + 1), problems)
                .map(value -> put(document, "the workflow", path, moved(value), problems))
                .orElse(document);
    }

    private Node put(Node node, String parent, List<String> path, Node value, Problems problems) {
        if (node instanceof Scalar name && parent.equals(CODE)) {
            return put(Inheritance.asMapping(name), parent, path, value, problems);
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(at(), parent + " is " + node.describe() + ", it has no key '" + path.getFirst() + "'", "");
            return node;
        }
        String key = path.getFirst();
        if (path.size() == 1) {
            return with(mapping, key, value);
        }
        Optional<Node> inner = mapping.find(key).map(Entry::value).or(() -> begun(key));
        if (inner.isEmpty()) {
            List<String> known =
                    mapping.entries().stream().map(entry -> entry.key().text()).toList();
            problems.add(at(), "there is no '" + key + "' in " + parent, NearestName.advice(key, known));
            return node;
        }
        return with(mapping, key, put(inner.get(), key, path.subList(1, path.size()), value, problems));
    }

    private Optional<Node> begun(String key) {
        return MAY_BEGIN.contains(key) ? Optional.of(new Mapping(List.of(), at())) : Optional.empty();
    }

    private Mapping with(Mapping mapping, String key, Node value) {
        List<Entry> entries = new ArrayList<>(mapping.entries());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().text().equals(key)) {
                entries.set(i, new Entry(entries.get(i).key(), value));
                return new Mapping(entries, mapping.at());
            }
        }
        entries.add(new Entry(new Scalar(key, Kind.TEXT, at()), value));
        return new Mapping(entries, mapping.at());
    }

    /// The value as if written at the option as a whole: a line and column within an option would only puzzle.
    private Node moved(Node value) {
        return switch (value) {
            case Scalar(String text, Kind kind, var _) -> new Scalar(text, kind, at());
            case Node.Sequence(var items, var _) ->
                new Node.Sequence(items.stream().map(this::moved).toList(), at());
            case Mapping(var entries, var _) ->
                new Mapping(
                        entries.stream()
                                .map(e -> new Entry(new Scalar(e.key().text(), Kind.TEXT, at()), moved(e.value())))
                                .toList(),
                        at());
        };
    }

    private Location at() {
        return Location.whole(source());
    }

    private String source() {
        return "--set " + option;
    }
}
