package cairn.campaign.yaml;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// A parser's many-line complaint as one line with its place, the commonest ones in plain words.
final class SyntaxTrouble {
    private record Words(String what, String advice) {}

    private static final SequencedMap<String, Words> PLAIN = new LinkedHashMap<>();

    static {
        PLAIN.put("TAB", new Words("a tab where YAML wants spaces", "indent with spaces"));
        PLAIN.put(
                "mapping values are not allowed here",
                new Words("a second ': ' in this line", "quote the text if the colon belongs to it"));
        PLAIN.put("expected ',' or ']'", new Words("this list is not closed", "a ',' or the closing ']' is missing"));
        PLAIN.put(
                "expected ',' or '}'", new Words("this mapping is not closed", "a ',' or the closing '}' is missing"));
        PLAIN.put(
                "found unexpected end of stream", new Words("this text is not closed", "the closing quote is missing"));
        PLAIN.put("could not find expected ':'", new Words("this is no key", "a ':' is missing"));
        PLAIN.put("expected <block end>", new Words("this does not belong here", "is the indentation right?"));
        PLAIN.put("expected the node content", new Words("a value is missing here", ""));
        PLAIN.put("Expected a property name", new Words("a key must be plain text", ""));
    }

    private SyntaxTrouble() {}

    static YamlTrouble of(String source, JacksonException complaint) {
        if (complaint.getCause() instanceof MarkedYamlEngineException marked) {
            return of(source, marked);
        }
        TokenStreamLocation at = complaint.getLocation();
        Location where = at == null || at.getLineNr() < 1
                ? Location.whole(source)
                : new Location(source, at.getLineNr(), at.getColumnNr());
        return inWords(where, String.valueOf(complaint.getOriginalMessage()));
    }

    /// An unclosed list or text is shown where it begins, not at the end of the file where the parser noticed.
    private static YamlTrouble of(String source, MarkedYamlEngineException marked) {
        String problem = String.valueOf(marked.getProblem());
        boolean unclosed = problem.contains("end of stream") || problem.contains("<stream end>");
        Optional<Mark> mark =
                unclosed && marked.getContextMark().isPresent() ? marked.getContextMark() : marked.getProblemMark();
        Location at = mark.map(m -> new Location(source, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Location.whole(source));
        return inWords(at, problem);
    }

    private static YamlTrouble inWords(Location at, String message) {
        for (var plain : PLAIN.entrySet()) {
            if (message.contains(plain.getKey())) {
                return new YamlTrouble(
                        at, plain.getValue().what(), plain.getValue().advice());
            }
        }
        String firstLine = message.lines().findFirst().orElse("");
        return new YamlTrouble(at, "this is not YAML: " + firstLine, "");
    }
}
