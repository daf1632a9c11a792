package cairn.campaign.yaml;

import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Builds the tree of one document from its tokens, within limits.
final class TreeBuilder {
    /// A workflow nests five deep; a document of ten thousand brackets is an attack or an accident.
    private static final int DEEPEST = 64;

    /// Twice the largest campaign planned for; keeps a million-key document from filling the memory.
    static final int LONGEST = 200_000;

    private final SourceText source;
    private final YAMLParser parser;
    private final Problems problems;
    private final Anchors anchors = new Anchors();
    private final ScalarAnchors scalarAnchors;
    private final Recent recent = new Recent();
    private long nodes;
    private int depth;

    TreeBuilder(SourceText source, YAMLParser parser, Problems problems) {
        this.source = source;
        this.parser = parser;
        this.problems = problems;
        this.scalarAnchors = new ScalarAnchors(source.text());
    }

    Node document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new YamlTrouble(Location.whole(source.source()), "the file is empty", "");
        }
        Node root = node(first);
        if (parser.nextToken() != null) {
            throw new YamlTrouble(here(), "a second document begins here", "keep one document ('---') in a file");
        }
        return root;
    }

    private Node node(JsonToken token) {
        Location at = here();
        if (parser.isCurrentAlias()) {
            return anchors.resolve(parser.getString(), at);
        }
        refuseTag(at);
        return switch (token) {
            case START_OBJECT, START_ARRAY -> collection(token, at);
            default -> scalar(token, at);
        };
    }

    private void refuseTag(Location at) {
        String tag = parser.getRawTag();
        if (tag != null) {
            String shown = tag.replace("tag:yaml.org,2002:", "!!");
            throw new YamlTrouble(at, "the tag '" + shown + "'", "write plain values: tags are not read");
        }
    }

    private Node collection(JsonToken token, Location at) {
        Object anchor = parser.getObjectId();
        if (++depth > DEEPEST) {
            throw new YamlTrouble(at, "nested more than " + DEEPEST + " deep", "");
        }
        long before = nodes + anchors.aliasedNodes();
        nodes++;
        if (anchor != null) {
            anchors.open(anchor.toString());
        }
        Node node = token == JsonToken.START_OBJECT ? mapping(at) : sequence(at);
        depth--;
        if (anchor != null) {
            anchors.close(anchor.toString(), node, nodes + anchors.aliasedNodes() - before);
        }
        return node;
    }

    /// Of two equal keys the first counts, and the second is a problem.
    private Mapping mapping(Location at) {
        List<Entry> entries = new ArrayList<>(4);
        EqualKeys seen = new EqualKeys();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = key();
            refuseLength(entries.size(), key.at());
            Entry entry = new Entry(key, node(parser.nextToken()));
            if (seen.add(key.text(), entries)) {
                entries.add(entry);
            } else {
                problems.add(key.at(), "the key '" + key.text() + "' stands here twice", "remove one of them");
            }
        }
        return new Mapping(entries, at);
    }

    private Scalar key() {
        Scalar key = new Scalar(recent.one(parser.currentName()), Kind.TEXT, here());
        if (key.text().equals("<<")) {
            throw new YamlTrouble(
                    key.at(), "the merge key '<<'", "repeat the keys, or say them once for the whole workflow");
        }
        return key;
    }

    private Sequence sequence(Location at) {
        List<Node> items = new ArrayList<>(4);
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            refuseLength(items.size(), at);
            items.add(node(token));
            token = parser.nextToken();
        }
        return new Sequence(items, at);
    }

    private void refuseLength(int size, Location at) {
        if (size >= LONGEST) {
            throw new YamlTrouble(at, "more than " + LONGEST + " entries", "split the campaign");
        }
    }

    private Scalar scalar(JsonToken token, Location at) {
        nodes++;
        Scalar scalar = new Scalar(recent.one(parser.getString()), kind(token, at), at);
        scalarAnchors.at(at).ifPresent(anchor -> anchors.close(anchor, scalar, 1));
        return scalar;
    }

    private static Kind kind(JsonToken token, Location at) {
        return switch (token) {
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT -> Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.EMPTY;
            default -> throw new YamlTrouble(at, "this is no value", "");
        };
    }

    private Location here() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Location(source.source(), at.getLineNr(), at.getColumnNr());
    }
}
