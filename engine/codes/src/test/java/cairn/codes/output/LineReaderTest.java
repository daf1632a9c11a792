package cairn.codes.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    private Path folder;

    @Test
    void a_line_without_its_newline_does_not_count() {
        try (LineReader reader = reader("one\ntwo\r\n\n thr")) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.line().text()).isEqualTo("one");
            assertThat(reader.next()).isTrue();
            assertThat(reader.line().text()).isEqualTo("two");
            assertThat(reader.next()).isTrue();
            assertThat(reader.line().isBlank()).isTrue();
            assertThat(reader.next()).isFalse();
            assertThat(reader.position()).isEqualTo(10);
            assertThat(reader.endsInside()).isTrue();
            assertThat(reader.number()).isEqualTo(3);
        }
    }

    @Test
    void lines_are_those_of_the_jdk_wherever_the_buffer_ends() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 400_000) {
            text.append("x".repeat(random.nextInt(200_000 / (1 + random.nextInt(5000)))))
                    .append('\n');
        }
        List<String> lines = new ArrayList<>();
        try (LineReader reader = reader(text.toString())) {
            while (reader.next()) {
                lines.add(reader.line().text());
            }
            assertThat(reader.position()).isEqualTo(text.length());
            assertThat(reader.endsInside()).isFalse();
        }
        assertThat(lines).isEqualTo(text.toString().lines().toList());
    }

    @Test
    void what_has_no_lines_is_refused_with_its_place() {
        try (LineReader reader = reader("a\n" + "b".repeat(2 * LineReader.LONGEST_LINE + 2))) {
            assertThat(reader.next()).isTrue();
            assertThatThrownBy(reader::next).isInstanceOf(FormatException.class).hasMessageContaining("text.out:2:");
        }
    }

    private LineReader reader(String text) {
        try {
            Path file = folder.resolve("text.out");
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
            return LineReader.open(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
