package cairn.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTransportTest {
    private final LocalTransport transport = new LocalTransport();

    @TempDir
    Path folder;

    @Test
    void a_staged_directory_holds_its_files_and_nothing_lies_beside() throws IOException {
        Path attempt = folder.resolve("step/attempt-1");
        transport.stage(attempt, Map.of("a", bytes("one"), "sub/b", bytes("two")));
        assertThat(attempt.resolve("a")).hasContent("one");
        assertThat(attempt.resolve("sub/b")).hasContent("two");
        try (Stream<Path> beside = Files.list(folder.resolve("step"))) {
            assertThat(beside).containsExactly(attempt);
        }
    }

    @Test
    void a_directory_that_exists_is_left_as_it_is() {
        transport.stage(folder.resolve("x"), Map.of("a", bytes("one")));
        transport.stage(folder.resolve("x"), Map.of("a", bytes("two"), "b", bytes("two")));
        assertThat(folder.resolve("x/a")).hasContent("one");
        assertThat(folder.resolve("x/b")).doesNotExist();
    }

    @Test
    void a_name_outside_the_directory_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.stage(folder.resolve("x"), Map.of("../y", bytes("one"))));
        assertThat(folder.resolve("y")).doesNotExist();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void a_file_is_read_up_to_its_limit() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "12345");
        assertThat(transport.read(file, 5))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("12345"));
        assertThat(transport.read(file, 4)).isEmpty();
        assertThat(transport.read(folder.resolve("none"), 4)).isEmpty();
    }

    @Test
    void size_and_checksum_are_those_of_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        assertThat(transport.size(file)).isEqualTo(OptionalLong.of(3));
        // FIPS 180-2, appendix B.1
        assertThat(transport.sha256(file)).contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(transport.size(folder.resolve("none"))).isEmpty();
        assertThat(transport.sha256(folder.resolve("none"))).isEqualTo(Optional.empty());
    }

    @Test
    void trouble_names_the_file() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> transport.read(folder, 10))
                .withMessageContaining(folder.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
