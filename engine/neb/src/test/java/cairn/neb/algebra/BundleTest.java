package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a process finds OpenBLAS, in processes of their own.
class BundleTest {
    private static final String NATIVE = "OpenBLAS: 2 x 2 = 4.0, threads begun 0\n";
    private static final String JAVA = "plain Java: 2 x 2 = 4.0, threads begun 0\n";
    private static final String WITHOUT = "cairn: linear algebra runs in plain Java, without OpenBLAS: ";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void bundled() {
        assumeTrue(Platform.current().isPresent(), "OpenBLAS is not bundled for this platform");
    }

    @Test
    void two_processes_that_unpack_at_once_both_get_it() throws Exception {
        Path cache = folder.resolve("cache");
        var first = new Probe("first", cache, classPath(), List.of());
        var second = new Probe("second", cache, classPath(), List.of());

        assertThat(first.output()).isEqualTo(NATIVE);
        assertThat(second.output()).isEqualTo(NATIVE);
        try (Stream<Path> files = Files.walk(cache).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Platform.current().orElseThrow().files());
        }
    }

    @Test
    void without_a_cache_a_process_unpacks_for_itself() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));

        var probe = new Probe("probe", file, classPath(), List.of("-Djava.io.tmpdir=" + temporary));

        assertThat(probe.output()).isEqualTo(NATIVE);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_class_path_without_it_gives_java_and_one_line() throws Exception {
        String withoutJars = Stream.of(classPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("openblas"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();

        var probe = new Probe("probe", folder, withoutJars, List.of());

        assertThat(probe.output()).isEqualTo(WITHOUT + "it is not on the class path\n" + JAVA);
    }

    @Test
    void java_that_is_demanded_unpacks_nothing() throws Exception {
        var probe = new Probe("probe", folder.resolve("cache"), classPath(), List.of("-Dcairn.algebra=java"));

        assertThat(probe.output()).isEqualTo(JAVA);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void a_platform_without_it_gives_java_and_one_line() throws Exception {
        var probe = new Probe("probe", folder, classPath(), List.of("-Dos.arch=riscv64"));

        assertThat(probe.output())
                .isEqualTo(WITHOUT + "there is none for " + System.getProperty("os.name") + " on riscv64\n" + JAVA);
    }

    @Test
    void a_library_that_does_not_load_gives_java_and_one_line() throws Exception {
        var probe = new Probe(
                "probe",
                folder,
                classPath(),
                List.of("--illegal-native-access=deny", "--enable-native-access=java.base"));

        assertThat(probe.output()).startsWith(WITHOUT).endsWith("\n" + JAVA).hasLineCount(2);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /// A process, and what it writes.
    private final class Probe {
        private final Path output;
        private final Process process;

        Probe(String name, Path cache, String classPath, List<String> options) throws IOException {
            var command = Stream.of(
                            List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1"),
                            options.toString().contains("native-access")
                                    ? List.<String>of()
                                    : List.of("--enable-native-access=ALL-UNNAMED"),
                            options,
                            List.of("-cp", classPath, AlgebraProbe.class.getName()))
                    .flatMap(List::stream)
                    .toList();
            this.output = folder.resolve(name + ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(Map.of("XDG_CACHE_HOME", cache.toString()));
            builder.environment().keySet().removeAll(List.of("CAIRN_ALGEBRA", "OPENBLAS_NUM_THREADS"));
            this.process = builder.start();
        }

        String output() throws Exception {
            process.waitFor();
            return Files.readString(output, StandardCharsets.UTF_8);
        }
    }
}
