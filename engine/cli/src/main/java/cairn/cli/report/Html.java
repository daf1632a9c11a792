package cairn.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
            return contentOf(resource);
        }
    }

    /// A script of ours or of a library, never of the data, which is not escaped.
    record Script(String text) implements Html {
        /// What would end a script early or hide its end (HTML Living Standard, 13.2.5.15 to 13.2.5.31).
        private static final Pattern BREAKS_OUT = Pattern.compile("</script|<!--|\r", Pattern.CASE_INSENSITIVE);

        public Script {
            if (BREAKS_OUT.matcher(text).find()) {
                throw new IllegalArgumentException("no text for a script element: " + BREAKS_OUT);
            }
        }

        /// The script beside this class.
        static Script ofResource(String name) {
            return new Script(contentOf(name));
        }

        /// Its SHA-256 in Base64, by which a content security policy names it.
        String sha256() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public String render() {
            return "<script>" + text + "</script>";
        }
    }

    private static String contentOf(String name) {
        try (var stream = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
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
