package cairn.structure.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The second line of an extended XYZ frame: `key=value` pairs, values bare, in quotes or in brackets; a key
/// alone is true.
record XyzComment(Map<String, String> values) {
    XyzComment {
        values = Map.copyOf(values);
    }

    static XyzComment parse(String line, Lines lines) {
        Map<String, String> values = new LinkedHashMap<>();
        Scanner scanner = new Scanner(line, lines);
        while (scanner.hasNext()) {
            String key = scanner.key();
            if (values.put(key, scanner.value()) != null) {
                throw lines.problem("'" + key + "' is given twice", "give it once");
            }
        }
        return new XyzComment(values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private static final class Scanner {
        private final String line;
        private final Lines lines;
        private int at;

        Scanner(String line, Lines lines) {
            this.line = line;
            this.lines = lines;
        }

        boolean hasNext() {
            skipSpace();
            return at < line.length();
        }

        String key() {
            if (isQuote(line.charAt(at))) {
                return until(line.charAt(at));
            }
            int from = at;
            while (at < line.length() && line.charAt(at) != '=' && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            return line.substring(from, at);
        }

        String value() {
            int afterKey = at;
            skipSpace();
            if (at >= line.length() || line.charAt(at) != '=') {
                at = afterKey;
                return "T";
            }
            at++;
            skipSpace();
            if (at >= line.length()) {
                return "";
            }
            return switch (line.charAt(at)) {
                case '"' -> until('"');
                case '\'' -> until('\'');
                case '{' -> until('}');
                case '[' -> bracketed();
                default -> bare();
            };
        }

        private String bare() {
            int from = at;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            return line.substring(from, at);
        }

        /// From an opening sign to the closing one; a backslash keeps the next character as it is.
        private String until(char close) {
            StringBuilder value = new StringBuilder();
            for (at++; at < line.length(); at++) {
                char sign = line.charAt(at);
                if (sign == close) {
                    at++;
                    return value.toString();
                }
                boolean escape = sign == '\\' && at + 1 < line.length();
                value.append(escape ? line.charAt(++at) : sign);
            }
            throw lines.problem("a value is not closed by " + close, "close it");
        }

        private String bracketed() {
            int from = at;
            int depth = 0;
            while (at < line.length()) {
                char sign = line.charAt(at++);
                depth += sign == '[' ? 1 : sign == ']' ? -1 : 0;
                if (depth == 0) {
                    return line.substring(from, at);
                }
            }
            throw lines.problem("a value is not closed by ]", "close it");
        }

        private void skipSpace() {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
        }

        private static boolean isQuote(char sign) {
            return sign == '"' || sign == '\'';
        }
    }
}
