package cairn.structure.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A data block of a CIF: what each tag says. A tag of a loop has one value for each row, a tag alone is a
/// loop of one row.
record CifBlock(String name, String file, int line, Map<String, List<CifToken>> values) {
    CifBlock {
        values = Map.copyOf(values);
    }

    static List<CifBlock> parse(String text, String file) {
        return new Parser(CifTokens.of(text, file), file).blocks();
    }

    boolean has(String tag) {
        return values.containsKey(tag);
    }

    /// The column of a tag; empty if there is no such tag.
    List<CifToken> column(String tag) {
        return values.getOrDefault(tag, List.of());
    }

    /// The column of the first of these tags that the block has.
    List<CifToken> firstColumn(String... tags) {
        for (String tag : tags) {
            if (has(tag)) {
                return column(tag);
            }
        }
        return List.of();
    }

    /// The value of the first of these tags that has one.
    Optional<CifToken> find(String... tags) {
        for (String tag : tags) {
            Optional<CifToken> given = column(tag).stream().findFirst().filter(token -> !token.isAbsent());
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    FormatException problem(String what, String todo) {
        return new FormatException(file, line, what, todo);
    }

    private static final class Parser {
        private final List<CifToken> tokens;
        private final String file;
        private int next;

        Parser(List<CifToken> tokens, String file) {
            this.tokens = tokens;
            this.file = file;
        }

        List<CifBlock> blocks() {
            List<CifBlock> blocks = new ArrayList<>();
            while (next < tokens.size()) {
                CifToken head = tokens.get(next++);
                if (head.kind() != CifToken.Kind.DATA) {
                    throw problem(head, "'" + head.text() + "' comes before any data block", "begin with data_name");
                }
                blocks.add(new CifBlock(head.text(), file, head.line(), items()));
            }
            return blocks;
        }

        private Map<String, List<CifToken>> items() {
            Map<String, List<CifToken>> items = new LinkedHashMap<>();
            while (next < tokens.size() && tokens.get(next).kind() != CifToken.Kind.DATA) {
                CifToken token = tokens.get(next++);
                switch (token.kind()) {
                    case TAG -> put(items, token, List.of(single(token)));
                    case LOOP -> loop(items, token);
                    case DATA, BARE, QUOTED ->
                        throw problem(
                                token,
                                "the value '" + token.text() + "' belongs to no tag",
                                "put it into quotes, or remove it");
                }
            }
            return items;
        }

        private CifToken single(CifToken tag) {
            if (next == tokens.size() || !tokens.get(next).isValue()) {
                throw problem(tag, tag.text() + " has no value", "give one, or ?");
            }
            return tokens.get(next++);
        }

        private void loop(Map<String, List<CifToken>> items, CifToken head) {
            List<CifToken> tags = new ArrayList<>();
            while (next < tokens.size() && tokens.get(next).kind() == CifToken.Kind.TAG) {
                tags.add(tokens.get(next++));
            }
            int first = next;
            while (next < tokens.size() && tokens.get(next).isValue()) {
                next++;
            }
            if (tags.isEmpty() || (next - first) % tags.size() != 0) {
                throw problem(
                        head,
                        "a loop of " + tags.size() + " tags has " + (next - first) + " values",
                        "give each row one value for each tag");
            }
            for (int column = 0; column < tags.size(); column++) {
                put(items, tags.get(column), column(first + column, tags.size()));
            }
        }

        private List<CifToken> column(int first, int width) {
            List<CifToken> column = new ArrayList<>();
            for (int at = first; at < next; at += width) {
                column.add(tokens.get(at));
            }
            return List.copyOf(column);
        }

        private void put(Map<String, List<CifToken>> items, CifToken tag, List<CifToken> values) {
            if (items.put(tag.text(), values) != null) {
                throw problem(tag, tag.text() + " is given twice in one data block", "give it once");
            }
        }

        private FormatException problem(CifToken at, String what, String todo) {
            return new FormatException(file, at.line(), what, todo);
        }
    }
}
