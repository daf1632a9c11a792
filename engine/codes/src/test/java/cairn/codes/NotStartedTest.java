package cairn.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotStartedTest {
    @TempDir
    private Path folder;

    private String why(String program) {
        ProcessBuilder builder = new ProcessBuilder(program).directory(folder.toFile());
        return NotStarted.why(catchThrowableOfType(IOException.class, builder::start));
    }

    @Test
    void the_program_is_named_with_the_words_of_the_system() throws IOException {
        String text = Files.writeString(folder.resolve("text"), "no program").toString();

        assertThat(why("no-such-program")).isEqualTo("no-such-program: No such file or directory");
        assertThat(why(text)).isEqualTo(text + ": Permission denied");
        assertThat(NotStarted.why(new IOException("something else"))).isEqualTo("something else");
    }
}
