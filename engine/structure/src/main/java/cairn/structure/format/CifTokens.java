package cairn.structure.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a CIF into words, by the syntax of CIF 1.1 (International Tables G, chapter 2.2): words are
/// separated by blanks, a value with blanks stands in quotes that end before a blank, or as a text field
/// between two lines that begin with a semicolon; # begins a comment.
final class CifTokens {
    private final String file;
    private final List<String> lines;
    private final List<CifToken> tokens = new ArrayList<>();
    private int line;

    private CifTokens(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static List<CifToken> of(String text, String file) {
        CifTokens reader = new CifTokens(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (reader.line < reader.lines.size()) {
            reader.readLine();
        }
        return List.copyOf(reader.tokens);
    }

    private void readLine() {
        String content = lines.get(line);
        if (content.startsWith(";")) {
            readTextField();
            return;
        }
        readWords(content);
    }

    private void readTextField() {
        int first = line;
        StringBuilder text = new StringBuilder(lines.get(line).substring(1));
        for (line++; line < lines.size(); line++) {
            String content = lines.get(line);
            if (content.startsWith(";")) {
                add(CifToken.Kind.QUOTED, text.toString().strip(), first);
                // What follows the closing semicolon is on the same line.
                readWords(content.substring(1));
                return;
            }
            text.append('\n').append(content);
        }
        throw new FormatException(file, first + 1, "a text field has no end", "end it by a line that begins with ;");
    }

    private void readWords(String content) {
        int at = 0;
        while (at < content.length() && content.charAt(at) != '#') {
            at = Character.isWhitespace(content.charAt(at)) ? at + 1 : readWord(content, at);
        }
        line++;
    }

    /// Adds the word that begins at `at`, and says where it ends.
    private int readWord(String content, int at) {
        char sign = content.charAt(at);
        if (sign == '\'' || sign == '"') {
            return readQuoted(content, at, sign);
        }
        int end = at;
        while (end < content.length() && !Character.isWhitespace(content.charAt(end))) {
            end++;
        }
        addBare(content.substring(at, end));
        return end;
    }

    private int readQuoted(String content, int at, char quote) {
        for (int end = at + 1; end < content.length(); end++) {
            boolean last = end + 1 == content.length() || Character.isWhitespace(content.charAt(end + 1));
            if (content.charAt(end) == quote && last) {
                add(CifToken.Kind.QUOTED, content.substring(at + 1, end), line);
                return end + 1;
            }
        }
        throw new FormatException(file, line + 1, "a value in quotes has no end", "close it by " + quote);
    }

    private void addBare(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("_")) {
            add(CifToken.Kind.TAG, lower, line);
        } else if (lower.startsWith("data_")) {
            add(CifToken.Kind.DATA, word.substring("data_".length()), line);
        } else if (lower.equals("loop_")) {
            add(CifToken.Kind.LOOP, word, line);
        } else if (lower.startsWith("save_") || lower.equals("global_") || lower.equals("stop_")) {
            throw new FormatException(
                    file, line + 1, "'" + word + "' belongs into dictionaries, not into a CIF", "give a CIF of data");
        } else {
            add(CifToken.Kind.BARE, word, line);
        }
    }

    private void add(CifToken.Kind kind, String text, int index) {
        tokens.add(new CifToken(kind, text, index + 1));
    }
}
