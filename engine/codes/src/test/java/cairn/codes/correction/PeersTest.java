package cairn.codes.correction;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.client.Speech.Complaint;
import cairn.codes.output.KnownMessages.Found;
import cairn.codes.output.cp2k.Cp2kErrors;
import cairn.codes.output.espresso.PwErrors;
import cairn.codes.output.vasp.course.VaspMessages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table of what peers correct, held against the catalogues of errors and the corrections.
class PeersTest {
    private record Row(String section, String handler, String message, String signature, String correction) {
        static Row of(String section, String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1))
                    .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                    .toList();
            assertThat(cells).as(line).hasSize(6);
            return new Row(section, cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        boolean isNone() {
            return correction.startsWith("none: ");
        }

        String code() {
            return signature.substring(0, signature.indexOf('/'));
        }
    }

    private static List<Row> rows;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = PeersTest.class.getResourceAsStream("peers.md")) {
            rows = rows(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<Row> rows(String text) {
        return Arrays.stream(text.split("\n## "))
                .flatMap(section -> section.lines()
                        .filter(line ->
                                line.startsWith("|") && !line.startsWith("|-") && !line.startsWith("| handler "))
                        .map(line -> Row.of(section.lines().findFirst().orElseThrow(), line)))
                .toList();
    }

    /// As many as their sources have at the commits that the table names.
    @Test
    void every_handler_of_the_peers_has_a_row() {
        Map<String, Integer> handlers = rows.stream()
                .filter(row -> !row.handler().startsWith("("))
                .collect(Collectors.groupingBy(
                        Row::section,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> row.handler(), Collectors.toSet()), Set::size)));
        // 45 classes of messages, and 18 further handlers, two of which have two classes each.
        assertThat(handlers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aiida-quantumespresso, PwBaseWorkChain", 13,
                        "aiida-quantumespresso, NebBaseWorkChain", 4,
                        "custodian, CP2K", 8,
                        "custodian, VASP", 45 + 17 + 2));
    }

    @Test
    void every_message_is_known_under_the_signature_beside_it() {
        assertThat(rows)
                .filteredOn(row -> !row.message().isEmpty())
                .allSatisfy(row -> assertThat(recognized(row.code(), row.message()))
                        .as(row.message())
                        .isEqualTo(row.signature()));
    }

    private static String recognized(String code, String message) {
        return switch (code) {
            case "qe" -> "qe/" + PwErrors.catalogue().known(message).name();
            case "cp2k" -> "cp2k/" + Cp2kErrors.catalogue().known(message).name();
            case "vasp" ->
                VaspMessages.ALL.in(message).map(Found::error).orElseThrow().signature();
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    @Test
    void every_correction_stands_in_the_file_of_its_code_with_its_class() {
        assertThat(rows).filteredOn(row -> !row.isNone()).allSatisfy(row -> {
            Handler handler = Optional.ofNullable(
                            Handlers.of(row.code()).bySignature().get(row.signature()))
                    .orElseThrow(() -> new AssertionError("no handler of " + row.signature()));
            for (String part : row.correction().split("; ")) {
                boolean isNumerics = part.startsWith("numerics: ");
                assertThat(part).startsWith(isNumerics ? "numerics: " : "physics: ");
                assertThat(handler.ladder().stream()
                                .filter(correction -> correction instanceof Correction.Numerics == isNumerics)
                                .map(Correction::name))
                        .as(row.toString())
                        .containsAll(
                                List.of(part.substring(part.indexOf(' ') + 1).split(", ")));
            }
        });
    }

    @Test
    void a_signature_with_a_handler_is_not_said_to_have_none() {
        assertThat(rows)
                .filteredOn(row -> row.isNone() && !row.signature().isEmpty())
                .allSatisfy(
                        row -> assertThat(Handlers.of(row.code()).bySignature()).doesNotContainKey(row.signature()));
    }

    /// A handler whose signature no output can show would never be asked.
    @Test
    void every_signature_with_a_handler_is_one_that_the_code_can_show() {
        assertThat(Handlers.of("qe").bySignature().keySet())
                .isSubsetOf(signatures(
                        "qe",
                        PwErrors.catalogue().errors().stream().map(known -> known.name()),
                        named(cairn.codes.dft.espresso.Spoken.byPw().complaints())));
        assertThat(Handlers.of("cp2k").bySignature().keySet())
                .isSubsetOf(signatures(
                        "cp2k",
                        Cp2kErrors.catalogue().errors().stream().map(known -> known.name()),
                        named(cairn.codes.dft.cp2k.Spoken.byCp2k().complaints())));
        Set<String> shown = new HashSet<>(rows.stream().map(Row::signature).toList());
        assertThat(Handlers.of("vasp").bySignature().keySet()).isSubsetOf(shown);
    }

    private static Stream<String> named(List<Complaint> complaints) {
        return complaints.stream()
                .flatMap(complaint ->
                        complaint instanceof Complaint.Named named ? Stream.of(named.name()) : Stream.empty());
    }

    private static Set<String> signatures(String code, Stream<String> listed, Stream<String> spoken) {
        return Stream.concat(listed, spoken).map(name -> code + "/" + name).collect(Collectors.toSet());
    }
}
