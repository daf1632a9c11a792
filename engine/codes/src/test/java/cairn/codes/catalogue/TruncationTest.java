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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cuts every fixture of every reader after each of its bytes, and the larger files of the corpus, where it is here, at
/// some thousand places. What is left is never complete, and says nothing that the whole file does not say.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class TruncationTest {
    private static final Path CORPUS = Path.of(System.getProperty("cairn.root"), "../shared/corpus");
    /// Of one file of the corpus so many bytes are read in all.
    private static final long CORPUS_BUDGET = 10_000_000;

    @TempDir
    private Path folder;

    static Stream<Path> fixtures() {
        return Fixtures.all().stream().filter(file -> Outputs.of(file).isPresent());
    }

    static Stream<Path> corpus() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).filter(TruncationTest::isOutput).sorted().toList().stream();
        }
    }

    private static boolean isOutput(Path file) {
        try {
            return Outputs.of(file).isPresent();
        } catch (FormatException _) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_fixture_cut_after_any_byte_is_never_taken_for_a_whole_one(Path fixture) throws IOException {
        check(fixture, length -> IntStream.range(0, length).boxed());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("corpus")
    void a_file_of_the_corpus_cut_anywhere_is_never_taken_for_a_whole_one(Path file) throws IOException {
        check(
                file,
                length -> new Random(length)
                        .ints(CORPUS_BUDGET / length, 0, length)
                        .boxed());
    }

    private void check(Path file, IntFunction<Stream<Integer>> places) throws IOException {
        OutputReader reader = Outputs.of(file).orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut"), bytes);
        List<Step> steps = new ArrayList<>();
        Output whole = reader.read(cut, steps::add);
        List<Integer> fromTheEnd =
                places.apply(bytes.length).sorted(Comparator.reverseOrder()).toList();
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (int length : fromTheEnd) {
                channel.truncate(length);
                check(reader, cut, length, whole, steps, bytes);
            }
        }
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
