package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cuts every fixture of every reader: of small ones after each byte, of all before, at and after the end of each line,
/// and at random places. What is left is never complete, and says nothing that the whole file does not say.
///
/// A text is read by whole lines, so what is left after a byte depends only on the lines before it; the XML does not,
/// which is why the random places are many.
class TruncationTest {
    /// Every byte of files up to this size; above, lines and random places. The budget keeps the whole test short: cuts
    /// times size, in bytes.
    private static final int SMALL = 4_000;
    private static final long BUDGET = 4_000_000;

    @TempDir
    private Path folder;

    static Stream<Path> outputs() {
        return Fixtures.all().stream().filter(file -> Outputs.of(file).isPresent());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void a_cut_output_is_never_taken_for_a_whole_one(Path fixture) throws IOException {
        OutputReader reader = Outputs.of(fixture).orElseThrow();
        byte[] bytes = Files.readAllBytes(fixture);
        Path cut = Files.write(folder.resolve("cut"), bytes);
        List<Step> steps = new ArrayList<>();
        Output whole = reader.read(cut, steps::add);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (int length : cuts(bytes).descendingSet()) {
                channel.truncate(length);
                check(reader, cut, length, whole, steps, bytes);
            }
        }
    }

    private static NavigableSet<Integer> cuts(byte[] bytes) {
        NavigableSet<Integer> all = new TreeSet<>();
        Random random = new Random(bytes.length);
        int count = (int) Math.min(10_000, BUDGET / bytes.length);
        for (int i = 0; i < count; i++) {
            all.add(random.nextInt(bytes.length));
        }
        int lines = 0;
        for (int at = 0; at < bytes.length; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        int every = Math.max(1, (int) (3L * lines * bytes.length / 2 / (4 * BUDGET)));
        int line = 0;
        for (int at = 0; at < bytes.length; at++) {
            boolean near = bytes[at] == '\n' && (line++ % every == 0 || bytes.length - at < SMALL);
            if (near) {
                all.addAll(List.of(Math.max(0, at - 1), at, Math.min(at + 1, bytes.length - 1)));
            }
            if (bytes.length <= SMALL) {
                all.add(at);
            }
        }
        return all;
    }

    private static void check(OutputReader reader, Path cut, int length, Output whole, List<Step> steps, byte[] bytes) {
        List<Step> read = new ArrayList<>();
        Output output;
        try {
            output = reader.read(cut, read::add);
        } catch (FormatException problem) {
            assertThat(problem.line()).isNotNegative();
            return;
        }
        assertThat(read).as("steps of the first %d bytes", length).isEqualTo(steps.subList(0, read.size()));
        assertThat(output.steps()).isEqualTo(read.size());
        verdict(output.verdict(), length, whole.verdict(), bytes);
    }

    private static void verdict(Verdict verdict, int length, Verdict whole, byte[] bytes) {
        switch (verdict) {
            case Verdict.Truncated(long at) -> assertThat(at).isBetween(0L, (long) length);
            case Verdict.Crashed _ -> assertThat(whole).isInstanceOf(Verdict.Crashed.class);
            // Its last tag is whole without the newline that follows it.
            case Verdict.Complete _ ->
                assertThat(isXmlBut(bytes, length))
                        .as("complete after %d", length)
                        .isTrue();
            case Verdict.OutOfTime _, Verdict.Unconverged _, Verdict.NotThisCalculation _ ->
                assertThat(isXmlBut(bytes, length) || !(whole instanceof Verdict.Complete))
                        .isTrue();
        }
    }

    private static boolean isXmlBut(byte[] bytes, int length) {
        return bytes[0] == '<'
                && new String(bytes, length, bytes.length - length, StandardCharsets.ISO_8859_1).isBlank();
    }
}
