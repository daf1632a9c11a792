package cairn.codes.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HollowedTest {
    private static final List<String> NAMES = List.of("dos", "eigenvalues");

    private static String hollowed(String document) throws IOException {
        try (Hollowed bytes = new Hollowed(stream(document), NAMES)) {
            String all = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bytes.position()).isEqualTo(document.getBytes(StandardCharsets.UTF_8).length);
            return all;
        }
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<a><dos>1 2</dos>b</a>, <a><dos></dos>b</a>",
                "<a><dos x='1'><r>1</r>|<r>2</r>|</dos >b</a>, <a><dos x='1'>||</dos >b</a>",
                "<a><dos/>b<dos />c</a>, <a><dos/>b<dos />c</a>",
                "<a><dosage>1</dosage><i name='dos'>2</i></a>, <a><dosage>1</dosage><i name='dos'>2</i></a>",
                "<a><dos>1<dosage>2</dosage><dos/><dos>3</dos>4</dos>b</a>, <a><dos></dos>b</a>",
                "<eigenvalues><dos>1</dos></eigenvalues><dos>|<eigenvalues>2</dos>, <eigenvalues></eigenvalues><dos>|</dos>",
                "<a><dos>1|2, <a><dos>|",
                "<a><dos>1</do, <a><dos>",
                "<a>b<do, <a>b<do",
                "<a>é<dos>é</dos>é, <a>é<dos></dos>é",
                "<, <"
            })
    void of_what_stands_inside_the_line_ends_are_left(String document, String left) throws IOException {
        assertThat(hollowed(document.replace('|', '\n'))).isEqualTo(left.replace('|', '\n'));
    }

    /// Wherever the pieces end in which it is read, and in which it is asked for.
    @Test
    void long_documents_in_any_pieces_are_the_same() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder document = new StringBuilder();
        StringBuilder left = new StringBuilder();
        while (document.length() < 400_000) {
            String name = random.nextBoolean() ? "dos" : "eigenvalues";
            String rows = "<r> 0.5 </r>\n".repeat(random.nextInt(300));
            String text = " <v>" + random.nextLong() + "</v>\n";
            document.append("<" + name + " x=\"1\">" + rows + "</" + name + ">" + text);
            left.append("<" + name + " x=\"1\">" + rows.replaceAll("[^\n]", "") + "</" + name + ">" + text);
        }
        for (int piece : new int[] {1, 2, 3, 17, 4000, 100_000}) {
            assertThat(inPieces(document.toString(), piece)).isEqualTo(left.toString());
        }
    }

    private static String inPieces(String document, int piece) throws IOException {
        InputStream few = new InputStream() {
            private final InputStream all = stream(document);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                return all.read(into, at, Math.min(length, piece));
            }
        };
        StringBuilder found = new StringBuilder();
        try (Hollowed bytes = new Hollowed(few, NAMES)) {
            byte[] some = new byte[piece];
            for (int read = bytes.read(some, 0, piece); read >= 0; read = bytes.read(some, 0, piece)) {
                assertThat(read).isPositive();
                found.append(new String(some, 0, read, StandardCharsets.US_ASCII));
            }
        }
        return found.toString();
    }
}
