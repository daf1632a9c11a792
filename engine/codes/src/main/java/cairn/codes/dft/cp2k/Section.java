package cairn.codes.dft.cp2k;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A section of a CP2K input, with lines and sections in it, in their order: a text is read, changed and written.
///
///     section := "&" name parameter* NEWLINE (line | section)* "&END" name?
///
/// `header` is what follows the '&'.
final class Section {
    private sealed interface Part {
        record Line(String text) implements Part {}

        record Inner(Section section) implements Part {}
    }

    private final String header;
    private final List<Part> parts = new ArrayList<>();

    private Section(String header) {
        this.header = header;
    }

    /// The input as a whole, a section without a name.
    static Section parse(String text) {
        Deque<Section> open = new ArrayDeque<>(List.of(new Section("")));
        for (String line : text.lines().map(String::strip).toList()) {
            Section current = open.element();
            if (line.toUpperCase(Locale.ROOT).startsWith("&END")) {
                open.pop();
            } else if (line.startsWith("&")) {
                Section inner = new Section(line.substring(1));
                current.parts.add(new Part.Inner(inner));
                open.push(inner);
            } else if (!line.isEmpty()) {
                current.parts.add(new Part.Line(line));
            }
        }
        return open.element();
    }

    /// Puts keywords and sections over those of the same name; a name may hold a parameter, `kind Si`.
    void put(JsonNode over) {
        over.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                section(entry.getKey()).put(entry.getValue());
            } else {
                line(entry.getKey(), entry.getValue().asString());
            }
        });
    }

    private Section section(String name) {
        for (Part part : parts) {
            if (part instanceof Part.Inner(Section section) && section.isCalled(name)) {
                return section;
            }
        }
        Section added = new Section(name.toUpperCase(Locale.ROOT));
        parts.add(new Part.Inner(added));
        return added;
    }

    private boolean isCalled(String name) {
        return header.equalsIgnoreCase(name)
                || header.toUpperCase(Locale.ROOT).startsWith(name.toUpperCase(Locale.ROOT) + " ");
    }

    private void line(String keyword, String value) {
        Part.Line line = new Part.Line(keyword.toUpperCase(Locale.ROOT) + " " + value);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Line(String text) && text.split("\\s+")[0].equalsIgnoreCase(keyword)) {
                parts.set(i, line);
                return;
            }
        }
        parts.addFirst(line);
    }

    /// The text, indented by sections.
    String text() {
        StringBuilder text = new StringBuilder();
        write(text, "");
        return text.toString();
    }

    private void write(StringBuilder text, String indent) {
        for (Part part : parts) {
            switch (part) {
                case Part.Line(String line) -> text.append(indent).append(line).append('\n');
                case Part.Inner(Section section) -> {
                    text.append(indent).append('&').append(section.header).append('\n');
                    section.write(text, indent + "  ");
                    text.append(indent)
                            .append("&END ")
                            .append(section.header.split("\\s+")[0])
                            .append('\n');
                }
            }
        }
    }
}
