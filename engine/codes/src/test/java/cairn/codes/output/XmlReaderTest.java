package cairn.codes.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlReaderTest {
    private static final String TEXT =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a n=\"1\"><b>1.5 -2 &lt;</b><c><d/><d>x</d></c></a>\n";

    @TempDir
    private Path folder;

    @Test
    void tags_and_texts_come_in_their_order() {
        try (XmlReader xml = reader(TEXT)) {
            assertThat(xml.next()).isTrue();
            assertThat(xml.opens("a")).isTrue();
            assertThat(xml.attribute("n")).contains("1");
            assertThat(xml.attribute("m")).isEmpty();
            assertThat(xml.next()).isTrue();
            assertThat(xml.text().text()).isEqualTo("1.5 -2 <");
            assertThat(xml.closes("b")).isTrue();
            assertThat(xml.next()).isTrue();
            xml.skip();
            assertThat(xml.closes("c")).isTrue();
            assertThat(xml.next()).isTrue();
            assertThat(xml.closes("a")).isTrue();
            assertThat(xml.isWhole()).isFalse();
            assertThat(xml.next()).isFalse();
            assertThat(xml.isWhole()).isTrue();
        }
    }

    @Test
    void a_file_cut_at_any_byte_is_read_to_there_and_is_not_whole() {
        int end = TEXT.indexOf("</a>") + "</a>".length();
        for (int length = TEXT.indexOf("<a") + 2; length < end; length++) {
            try (XmlReader xml = reader(TEXT.substring(0, length))) {
                while (xml.next()) {
                    if (xml.opens("b")) {
                        assertThat(xml.text().text()).isIn("", "1.5 -2 <");
                    }
                }
                assertThat(xml.isWhole()).as("cut after %d", length).isFalse();
                assertThat(xml.position()).isEqualTo(length);
            }
        }
    }

    @Test
    void a_mistake_in_the_middle_is_told_with_its_line() {
        assertThatThrownBy(() -> readAll(TEXT.replace("<c>", "<c") + " ".repeat(100_000)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("text.xml:2:");
    }

    @Test
    void a_dtd_is_refused() {
        assertThatThrownBy(() -> readAll("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("DTD");
    }

    @Test
    void an_unknown_entity_is_refused() {
        assertThatThrownBy(() -> readAll("<a>&e;</a>" + " ".repeat(100_000))).isInstanceOf(FormatException.class);
    }

    private void readAll(String text) {
        try (XmlReader xml = reader(text)) {
            while (xml.next()) {
                assertThat(xml.name()).isNotEmpty();
            }
        }
    }

    private XmlReader reader(String text) {
        try {
            Path file = folder.resolve("text.xml");
            Files.writeString(file, text);
            return XmlReader.open(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
