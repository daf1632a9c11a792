package cairn.campaign.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Node.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void scalars_keep_their_text_and_are_what_the_core_schema_says() {
        Mapping read = (Mapping) tree("""
                walltime: 12:30:00
                norway: no
                switch: on
                digits: 012
                hexadecimal: 0x1F
                decimal: .5
                exponent: 1e-3
                date: 2026-01-01
                yes: true
                nothing: ~
                quoted: "12"
                empty:
                """);

        assertThat(read.entries())
                .extracting(e -> ((Scalar) e.value()).text(), e -> ((Scalar) e.value()).kind())
                .containsExactly(
                        tuple("12:30:00", Kind.TEXT),
                        tuple("no", Kind.TEXT),
                        tuple("on", Kind.TEXT),
                        tuple("012", Kind.INTEGER),
                        tuple("0x1F", Kind.INTEGER),
                        tuple(".5", Kind.DECIMAL),
                        tuple("1e-3", Kind.DECIMAL),
                        tuple("2026-01-01", Kind.TEXT),
                        tuple("true", Kind.BOOLEAN),
                        tuple("~", Kind.EMPTY),
                        tuple("12", Kind.TEXT),
                        tuple("", Kind.EMPTY));
    }

    @Test
    void every_node_knows_its_line_and_column() {
        Mapping read = (Mapping) tree("a: 1\nlong:\n  - x\n  - {k: v}\n");

        Sequence list = (Sequence) read.find("long").orElseThrow().value();
        Mapping inner = (Mapping) list.items().get(1);
        assertThat(read.find("long").orElseThrow().key().at()).isEqualTo(new Location("test.yaml", 2, 1));
        assertThat(list.items().getFirst().at()).isEqualTo(new Location("test.yaml", 3, 5));
        assertThat(inner.find("k").orElseThrow().value().at()).isEqualTo(new Location("test.yaml", 4, 9));
    }

    @Test
    void an_alias_is_the_node_of_its_anchor() {
        Mapping read = (Mapping) tree("a: &list [1, {b: 2}]\nc: *list\nd: &one 12\ne: *one\nf: &one text\ng: *one\n");

        assertThat(read.find("c").orElseThrow().value())
                .isSameAs(read.find("a").orElseThrow().value());
        assertThat(text(read, "e")).isEqualTo("12");
        assertThat(text(read, "g")).isEqualTo("text");
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_change_nothing() {
        Mapping read = (Mapping) tree("\uFEFFa: 1\r\nb:\r\n  c: 2\r\n");

        Mapping inner = (Mapping) read.find("b").orElseThrow().value();
        assertThat(inner.find("c").orElseThrow().value().at()).isEqualTo(new Location("test.yaml", 3, 6));
        assertThat(text(read, "a")).isEqualTo("1");
    }

    @Test
    void an_alias_bomb_is_refused() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 12)
                        .mapToObj(n -> "a%d: &a%d [%s]\n"
                                .formatted(
                                        n,
                                        n,
                                        IntStream.range(0, 4)
                                                .mapToObj(_ -> "*a" + (n - 1))
                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining());

        assertThat(problems(bomb)).singleElement().asString().matches("test.yaml:\\d+:\\d+: more than .*");
    }

    @Test
    void an_alias_of_what_it_stands_in_is_refused() {
        assertThat(problems("a: &a [1, *a]\n"))
                .containsExactly("test.yaml:1:11: '*a' stands inside what it stands for; write the value instead");
    }

    @Test
    void a_hundred_thousand_brackets_are_refused_in_one_line() {
        assertThat(problems("a: " + "[".repeat(100_000))).containsExactly("test.yaml:1:67: nested more than 64 deep");
        assertThat(problems("a: " + "{b: ".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("nested more than 64");
        assertThat(problems("- ".repeat(100_000))).singleElement().asString().contains("nested more than 64");
    }

    @Test
    void a_million_keys_are_refused() {
        String keys =
                IntStream.range(0, 1_000_000).mapToObj(n -> "k" + n + ": 1\n").collect(Collectors.joining());

        assertThat(problems(keys)).containsExactly("test.yaml:200001:1: more than 200000 entries; split the campaign");
    }

    @Test
    void gadgets_are_text_that_is_refused() {
        for (String tag : List.of("!!javax.script.ScriptEngineManager", "!!int", "!local", "!!binary")) {
            assertThat(problems("a: " + tag + " [x]\n"))
                    .containsExactly("test.yaml:1:4: the tag '" + tag + "'; write plain values: tags are not read");
        }
        assertThat(problems("a: !!java.io.File /etc/passwd\n"))
                .singleElement()
                .asString()
                .contains("the tag");
    }

    @Test
    void bytes_that_are_no_text_are_refused_where_they_stand() {
        assertThat(problemsOf("a: 1\nb: \0\n".getBytes(UTF_8)))
                .containsExactly("test.yaml:2:4: a control character (U+0000); remove it: YAML is plain text");
        assertThat(problemsOf("a: 1\nb: Ångström\n".getBytes(ISO_8859_1)))
                .containsExactly("test.yaml:2:4: this is not UTF-8 text; save it as UTF-8");
        assertThat(problemsOf(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}))
                .containsExactly("test.yaml:1:1: this is not UTF-8 text; save it as UTF-8");
        assertThat(problemsOf(new byte[YamlReader.MOST_BYTES + 1]))
                .containsExactly("test.yaml: the file is too large; is it a workflow? The limit is 32 MiB");
    }

    @Test
    void equal_keys_are_all_reported_and_the_first_counts() {
        Problems problems = new Problems();
        Mapping read = (Mapping) YamlReader.read("test.yaml", "a: 1\na: 2\nb: {c: 1, c: 2}\n".getBytes(UTF_8), problems)
                .orElseThrow();

        assertThat(text(read, "a")).isEqualTo("1");
        assertThat(problems.sorted().stream().map(Problem::at))
                .containsExactly(new Location("test.yaml", 2, 1), new Location("test.yaml", 3, 11));
    }

    @Test
    void whatever_is_cut_off_gives_one_line_and_never_an_exception() {
        String whole = """
                a: &x {b: [1, "two", 'three'], c: {d: e}}
                f: |
                  text
                g: *x
                """;
        for (int end = 0; end < whole.length(); end++) {
            Problems problems = new Problems();
            YamlReader.read("test.yaml", whole.substring(0, end).getBytes(UTF_8), problems);
            assertThat(problems.sorted())
                    .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n"));
        }
    }

    private static String text(Mapping mapping, String key) {
        return ((Scalar) mapping.find(key).orElseThrow().value()).text();
    }

    private static Node tree(String text) {
        Problems problems = new Problems();
        Node root = YamlReader.read("test.yaml", text.getBytes(UTF_8), problems).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return root;
    }

    private static List<String> problems(String text) {
        return problemsOf(text.getBytes(UTF_8));
    }

    private static List<String> problemsOf(byte[] bytes) {
        Problems problems = new Problems();
        YamlReader.read("test.yaml", bytes, problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
