package cairn.campaign.yaml;

import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// Reads the plain YAML that large, written-out workflows consist of, four times as fast as a parser of all of YAML:
/// 100,000 steps are 8 MB, and should be planned in two seconds.
///
///     mapping  = (key ":" (" " value | a deeper mapping on the next lines))+     all keys of one indentation
///     value    = text | quoted | flow                                            on one line
///     flow     = "{" key ": " item ("," key ": " item)* "}" | "[" item ("," item)* "]"
///     item     = word | quoted | flow
///
/// Text and words are ASCII without any character that might mean something. Whatever else stands in a document (and
/// so everything that is wrong with it) is left to the parser: then this reads nothing, and reports nothing.
final class PlainYaml {
    private static final String IN_WORDS = "_./+-";
    private static final String IN_TEXT = IN_WORDS + " ,;()=<>";
    /// The parser's own limits are 64 levels and keys of 1024 characters.
    private static final int DEEPEST = 60;

    private static final int LONGEST_KEY = 1000;

    private static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unusual() {
            super("not for us", null, false, false);
        }
    }

    private final String source;
    private final String text;
    private final ScalarResolver resolver;
    private final Recent recent = new Recent();
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    private PlainYaml(SourceText source, ScalarResolver resolver) {
        this.source = source.source();
        this.text = source.text();
        this.resolver = resolver;
    }

    /// The document; absent if there is anything unusual in it.
    static Optional<Node> read(SourceText source, ScalarResolver resolver) {
        try {
            return Optional.of(new PlainYaml(source, resolver).document());
        } catch (Unusual _) {
            return Optional.empty();
        }
    }

    private Node document() {
        require(nextLine() == 0);
        return mapping(0);
    }

    /// Reads from the first key to the first line that is less indented.
    private Mapping mapping(int indentation) {
        Location start = here();
        List<Entry> entries = new ArrayList<>(4);
        EqualKeys seen = new EqualKeys();
        deeper();
        int next = indentation;
        while (next == indentation) {
            Scalar key = key();
            Node value = startsValue() ? oneLine() : mapping(indented(indentation));
            next = at == text.length() ? -1 : at - lineStart;
            put(new Entry(key, value), entries, seen);
        }
        require(next < indentation);
        depth--;
        return new Mapping(entries, start);
    }

    private int indented(int beyond) {
        endLine();
        int indentation = nextLine();
        require(indentation > beyond);
        return indentation;
    }

    private boolean startsValue() {
        spaces();
        return peek() != '\n' && peek() != '#' && at < text.length();
    }

    private Node oneLine() {
        Node value = isWordStart() ? plain(IN_TEXT) : quotedOrFlow();
        endLine();
        nextLine();
        return value;
    }

    private void put(Entry entry, List<Entry> entries, EqualKeys seen) {
        require(entries.size() < TreeBuilder.LONGEST && seen.add(entry.key().text(), entries));
        entries.add(entry);
    }

    private Scalar key() {
        Location start = here();
        String word = word(IN_WORDS);
        require(word.length() < LONGEST_KEY && peek() == ':');
        at++;
        require(peek() == ' ' || peek() == '\n');
        return new Scalar(word, Kind.TEXT, start);
    }

    private Node item() {
        Node item = isWordStart() ? plain(IN_WORDS) : quotedOrFlow();
        spaces();
        return item;
    }

    private Node quotedOrFlow() {
        return switch (peek()) {
            case '{' -> flowMapping();
            case '[' -> flowSequence();
            case '"', '\'' -> quoted();
            default -> throw new Unusual();
        };
    }

    private Mapping flowMapping() {
        Location start = here();
        List<Entry> entries = new ArrayList<>(4);
        EqualKeys seen = new EqualKeys();
        deeper();
        do {
            at++;
            spaces();
            Scalar key = key();
            spaces();
            put(new Entry(key, item()), entries, seen);
        } while (peek() == ',');
        close('}');
        return new Mapping(entries, start);
    }

    private Sequence flowSequence() {
        Location start = here();
        List<Node> items = new ArrayList<>(4);
        deeper();
        do {
            at++;
            spaces();
            items.add(item());
        } while (peek() == ',');
        close(']');
        require(items.size() <= TreeBuilder.LONGEST);
        return new Sequence(items, start);
    }

    private void deeper() {
        depth++;
        require(depth < DEEPEST);
    }

    private void close(char bracket) {
        require(peek() == bracket);
        at++;
        depth--;
    }

    private Scalar quoted() {
        Location start = here();
        char quote = peek();
        int first = ++at;
        while (peek() != quote) {
            require(isPrintable(peek()) && peek() != '\\');
            at++;
        }
        require(at > first);
        at++;
        require(peek() != quote);
        return new Scalar(recent.one(text.substring(first, at - 1)), Kind.TEXT, start);
    }

    private Scalar plain(String allowed) {
        Location start = here();
        String word = word(allowed);
        return new Scalar(word, kind(resolver.resolve(word, true)), start);
    }

    private static Kind kind(Tag tag) {
        if (tag.equals(Tag.STR)) {
            return Kind.TEXT;
        }
        require(tag.equals(Tag.INT) || tag.equals(Tag.FLOAT));
        return tag.equals(Tag.INT) ? Kind.INTEGER : Kind.DECIMAL;
    }

    private String word(String allowed) {
        require(isWordStart());
        int first = at;
        while (isLetterOrDigit(peek()) || allowed.indexOf(peek()) >= 0) {
            at++;
        }
        int end = at;
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        return recent.one(text.substring(first, end));
    }

    /// A letter or digit, or a number's sign or point right before a digit.
    private boolean isWordStart() {
        char first = peek();
        return isLetterOrDigit(first)
                || ((first == '-' || first == '+' || first == '.')
                        && at + 1 < text.length()
                        && Character.digit(text.charAt(at + 1), 10) >= 0);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7F;
    }

    private void spaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    /// The rest of a line holds nothing, or a comment after a space.
    private void endLine() {
        spaces();
        if (peek() == '#') {
            require(text.charAt(at - 1) == ' ');
            comment();
        }
        require(peek() == '\n' || at == text.length());
    }

    private void comment() {
        while (isPrintable(peek())) {
            at++;
        }
    }

    /// Goes on to the next line that holds something, and tells its indentation; at the end, -1.
    private int nextLine() {
        while (at < text.length()) {
            if (peek() == '\n') {
                at++;
                line++;
                lineStart = at;
            }
            spaces();
            if (peek() == '#') {
                comment();
            }
            if (peek() != '\n' && at < text.length()) {
                return at - lineStart;
            }
        }
        return -1;
    }

    /// The next character; at the end, one that nothing allows.
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Location here() {
        return new Location(source, line, at - lineStart + 1);
    }

    private static void require(boolean isUsual) {
        if (!isUsual) {
            throw new Unusual();
        }
    }
}
