package cairn.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A piece of a page. The only way from text to markup: every text and attribute value is escaped when rendered.
/// What it renders is also well-formed XML, so that the same builder writes SVG files.
sealed interface Html {
    /// Elements of HTML that have no content and no end tag (HTML Living Standard, 13.1.2).
    Set<String> VOID = Set.of("meta", "link", "br", "hr", "img");

    String render();

    static Element element(String name, Html... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    static Element element(String name, String text) {
        return element(name, new Text(text));
    }

    static Html text(String text) {
        return new Text(text);
    }

    /// The style sheet beside this class.
    static Element style(String resource) {
        return element("style", new Css(resource));
    }

    /// An element. Names of elements and attributes are those of the source code, never of the data.
    record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
        public Element {
            requireName(name);
            attributes.keySet().forEach(Element::requireName);
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
            children = List.copyOf(children);
        }

        Element with(String attribute, String value) {
            var more = new TreeMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        Element with(Html... added) {
            return with(List.of(added));
        }

        Element with(List<? extends Html> added) {
            var more = new ArrayList<>(children);
            more.addAll(added);
            return new Element(name, attributes, more);
        }

        @Override
        public String render() {
            String start = "<" + name + renderedAttributes();
            if (VOID.contains(name)) {
                return start + "/>";
            }
            return start + ">" + children.stream().map(Html::render).collect(Collectors.joining()) + "</" + name + ">";
        }

        private String renderedAttributes() {
            return attributes.entrySet().stream()
                    .map(attribute -> " " + attribute.getKey() + "=\"" + escaped(attribute.getValue()) + "\"")
                    .collect(Collectors.joining());
        }

        /// Handlers (`onclick`) are scripts, and a report has none.
        private static void requireName(String name) {
            if (!name.matches("[a-zA-Z][a-zA-Z0-9-]*") || name.startsWith("on") || name.equals("script")) {
                throw new IllegalArgumentException("not a name for markup: " + name);
            }
        }
    }

    record Text(String text) implements Html {
        public Text {
            Objects.requireNonNull(text);
        }

        @Override
        public String render() {
            return escaped(text);
        }
    }

    /// A style sheet of ours, which is not escaped.
    record Css(String resource) implements Html {
        @Override
        public String render() {
            try (var stream = Objects.requireNonNull(Css.class.getResourceAsStream(resource), resource)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
    }

    /// Text for content and for quoted attribute values. Control characters are not allowed in XML 1.0 (2.2).
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
