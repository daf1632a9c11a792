package cairn.campaign.yaml;

import java.util.List;
import java.util.Optional;

/// One node of a YAML document, with the place where it stands.
public sealed interface Node {
    Location at();

    /// What the node is, in the words of a message: `a list of 2`, `'abc'`.
    String describe();

    record Mapping(List<Entry> entries, Location at) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> find(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        @Override
        public String describe() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    record Entry(Scalar key, Node value) {}

    record Sequence(List<Node> items, Location at) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return items.isEmpty() ? "an empty list" : "a list of " + items.size();
        }
    }

    /// A single value: its source text, and what YAML 1.2's core schema takes it for.
    record Scalar(String text, Kind kind, Location at) implements Node {
        @Override
        public String describe() {
            return kind == Kind.EMPTY ? "nothing" : kind == Kind.TEXT ? "'" + shortened() + "'" : shortened();
        }

        private String shortened() {
            String line = text.replace('\n', ' ');
            return line.length() <= 60 ? line : line.substring(0, 57) + "...";
        }
    }

    /// What the core schema (YAML 1.2.2, section 10.3) takes a scalar for; all that is quoted is text.
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        EMPTY
    }
}
