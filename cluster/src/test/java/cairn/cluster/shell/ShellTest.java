package cairn.cluster.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    private static final int STRINGS = 3000;
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void every_string_comes_through_a_shell_unchanged(String shell) throws IOException {
        Path canary = folder.resolve("canary");
        List<String> strings = hostileStrings(canary);
        Path script = Files.writeString(folder.resolve("script"), "printf '%s\\0' " + Shell.quoteAll(strings) + "\n");
        Path out = folder.resolve("out");
        Outcome outcome = CommandRunner.inherited()
                .run(
                        List.of(
                                "sh",
                                "-c",
                                "exec \"$1\" \"$2\" >\"$3\"",
                                "sh",
                                shell,
                                script.toString(),
                                out.toString()),
                        Duration.ofSeconds(30));
        assertThat(outcome).isEqualTo(new Outcome.Finished(0, "", ""));
        assertThat(Files.readAllBytes(out))
                .isEqualTo((String.join("\0", strings) + "\0").getBytes(StandardCharsets.UTF_8));
        assertThat(canary).doesNotExist();
    }

    @Test
    void a_word_with_nul_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shell.quote("a\0b"));
    }

    @Test
    void a_quote_inside_is_closed_escaped_and_opened_again() {
        assertThat(Shell.quote("it's")).isEqualTo("'it'\\''s'");
        assertThat(Shell.quote("")).isEqualTo("''");
    }

    private static List<String> hostileStrings(Path canary) {
        List<String> strings =
                new ArrayList<>(List.of("", "-n", "--", "-e \\0", "%s", "~", "*", "'", "''", "\\", "!!"));
        List<String> pieces = pieces(canary);
        Random random = new Random(SEED);
        while (strings.size() < STRINGS) {
            strings.add(randomString(pieces, random));
        }
        return strings;
    }

    private static String randomString(List<String> pieces, Random random) {
        StringBuilder string = new StringBuilder();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            string.append(
                    random.nextBoolean()
                            ? pieces.get(random.nextInt(pieces.size()))
                            : Character.toString(codePoint(random)));
        }
        return string.toString();
    }

    /// Any code point that has a UTF-8 form and is not NUL.
    private static int codePoint(Random random) {
        int bound = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
        int point = 1 + random.nextInt(bound - 1);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
    }

    private static List<String> pieces(Path canary) {
        List<String> pieces = new ArrayList<>(List.of("$(touch " + canary + ")", "`touch " + canary + "`"));
        pieces.addAll(
                List.of("'; touch " + canary + "; '", "\"; touch " + canary + "; \"", "\n touch " + canary + "\n"));
        pieces.addAll(
                List.of("'", "\"", "\\", "$", "${HOME}", "$((1+1))", "!", "*", "?", "~", "{a,b}", "-", "--", " "));
        pieces.addAll(List.of("\t", "\r\n", "#", ";", "&", "|", "<", ">", "%s", "%", "\\n", "\u00e9", "\uD83D\uDE00"));
        for (char control = 1; control < 32; control++) {
            pieces.add(Character.toString(control));
        }
        return pieces;
    }
}
