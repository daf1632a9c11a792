package cairn.campaign.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever the reader of plain YAML reads, the parser of all of YAML reads the same, place by place.
class PlainYamlTest {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root"));

    private static final String WORKFLOW = """
            # A hop.
            cairn: 1
            name: li-in-silicon   # a comment
            about: Li hop between sites, (tetrahedral); E < 1
            code: builtin/meam-lisi
            resources: {cores: 1, walltime: "00:30:00"}
            structures:

              silicon: {file: structures/Si.cif, supercell: [2, 2, 2]}
            matrix: {n: [0.1, -2, +3, .5, 1e-3, 0x1F, 012, 0o17, 1., 1_000, 5.e3]}
            steps:
              host:
                relax: silicon
                fmax:  "{n}"
                # between
                cell: 'free'
              start: {relax: {insert: Li, into: host, at: [0.25, 0.25, 0.25] }, fmax: 0.01}
              hop:   { neb: {from: start, to: end} , interior_images: 5}
            """;

    /// Pieces of YAML that mean something somewhere.
    private static final List<String> PIECES = List.of(
            "a", "b: ", "c:", "1", "-1", ".5", "1e3", "0x1", "true", "null", "~", "yes", ".inf", "---", "...", "- ",
            "-", "? ", ":", ": ", " ", "  ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", ",", "#", " # c", "\"",
            "\"x y\"", "'", "'it''s'", "\\", "&a ", "*a", "!t ", "|", ">", "%", "@", "`", "\t", "\r\n", "é", "\u0085",
            "\u2028", "<<: ");

    @Test
    void a_written_out_workflow_is_plain() {
        assertThat(plain(WORKFLOW)).isPresent().contains(parsed(WORKFLOW).orElseThrow());
    }

    @Test
    void every_workflow_and_profile_is_read_as_the_parser_reads_it() throws IOException {
        for (String folder : List.of("workflows", "cluster/profiles", "engine/campaign/src/test/resources/broken")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> agrees(content(file)));
            }
        }
    }

    @Test
    void a_damaged_workflow_is_read_as_the_parser_reads_it() {
        Random random = new Random(1);
        long plain = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder(WORKFLOW);
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(3));
                text.replace(at, end, random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "");
            }
            plain += agrees(text.toString()) ? 1 : 0;
        }
        assertThat(plain).isBetween(2000L, 18_000L);
    }

    @Test
    void random_pieces_are_read_as_the_parser_reads_them() {
        Random random = new Random(2);
        long plain = 0;
        for (int n = 0; n < 60_000; n++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "a: " : "");
            for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            plain += agrees(text.toString()) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(500);
    }

    /// Whether the text is plain; what is plain is what the parser reads.
    private static boolean agrees(String text) {
        Optional<Node> plain = plain(text);
        plain.ifPresent(node -> assertThat(Optional.of(node)).as(text).isEqualTo(parsed(text)));
        return plain.isPresent();
    }

    private static Optional<Node> plain(String text) {
        return YamlReader.readPlain(new SourceText("test.yaml", text));
    }

    /// Empty if there was any problem.
    private static Optional<Node> parsed(String text) {
        Problems problems = new Problems();
        try {
            Node node = YamlReader.parseAll(new SourceText("test.yaml", text), problems);
            return problems.count() == 0 ? Optional.of(node) : Optional.empty();
        } catch (YamlTrouble _) {
            return Optional.empty();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
