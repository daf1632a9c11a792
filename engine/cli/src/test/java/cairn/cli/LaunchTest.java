package cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir
    private Path folder;

    @Test
    void a_job_starts_the_same_java_with_the_same_class_files() {
        var launch = new Launch(Path.of("/jdk/bin/java"), "/a.jar:/b.jar", Path.of("/cairn"), Path.of(""));

        assertThat(launch.cairn())
                .containsExactly(
                        "/jdk/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xlog:disable",
                        "-Dcairn.home=/cairn",
                        "-cp",
                        "/a.jar:/b.jar",
                        "cairn.cli.Main");
    }

    @Test
    void a_cache_that_is_there_is_used_and_never_made() throws IOException {
        Path cache = Files.writeString(folder.resolve("cairn.aot"), "");
        var launch = new Launch(Path.of("/jdk/bin/java"), "/a.jar", Path.of("/cairn"), cache);

        assertThat(launch.cairn()).contains("-XX:AOTCache=" + cache).noneMatch(word -> word.contains("Output"));
    }

    @Test
    void the_launch_of_this_process_names_only_absolute_paths() {
        var launch = Launch.ofThisProcess();

        assertThat(launch.java()).isExecutable();
        assertThat(launch.classPath().split(File.pathSeparator))
                .isNotEmpty()
                .allMatch(entry -> Path.of(entry).isAbsolute());
    }

    @Test
    void what_it_names_starts_in_another_folder() throws Exception {
        List<String> argv = new ArrayList<>(Launch.ofThisProcess().cairn());
        argv.addAll(List.of("work", "--help"));
        Path output = folder.resolve("output");

        int status = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains("Compute inside a job.");
        assertThat(status).isZero();
    }
}
