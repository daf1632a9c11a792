package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLibrariesTest {
    @TempDir
    private Path folder = Path.of("");

    private SharedLibraries libraries = new SharedLibraries("/", List.of());

    @BeforeEach
    void bundled() {
        assumeTrue(Platform.current().isPresent(), "OpenBLAS is not bundled for this platform");
        var platform = Platform.current().orElseThrow();
        libraries = new SharedLibraries(
                "/org/bytedeco/openblas/" + platform.folder() + "/",
                platform.files().subList(0, 1));
    }

    @Test
    void a_library_is_unpacked_whole_and_nothing_else_is_left() throws IOException {
        List<Path> paths = libraries.unpackInto(folder.resolve("new"));

        assertThat(paths).singleElement().satisfies(path -> assertThat(path).isNotEmptyFile());
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactlyElementsOf(paths);
        }
    }

    @Test
    void what_is_there_is_not_written_again() throws IOException {
        Path library = libraries.unpackInto(folder).getFirst();
        Object inode = Files.getAttribute(library, "unix:ino");

        assertThat(libraries.unpackInto(folder)).containsExactly(library);

        assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(inode);
    }

    @Test
    void half_a_library_is_replaced() throws IOException {
        Path library = libraries.unpackInto(folder).getFirst();
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, new byte[whole.length / 2]);

        libraries.unpackInto(folder);

        assertThat(library).hasBinaryContent(whole);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> libraries.unpackInto(file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot make the folder " + file.resolve("below"));
    }

    @Test
    void what_is_not_on_the_class_path_is_not_bundled() {
        assertThat(libraries.areBundled()).isTrue();
        assertThat(new SharedLibraries("/nowhere/", List.of("lib.so")).areBundled())
                .isFalse();
    }
}
