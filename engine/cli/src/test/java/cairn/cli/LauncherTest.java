package cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell scripts of the house.
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root"));
    private static final Path JDK_FINDER = Path.of("engine", "cli", "src", "main", "sh", "jdk.sh");
    private static final Path VIEWER = Path.of("engine", "cli", "src", "main", "sh", "install-viewer");

    @TempDir
    private Path folder;

    private record Ended(int status, String output) {}

    @Test
    void shellcheck_has_nothing_to_say() throws Exception {
        need("shellcheck");

        var ended = execute(
                ROOT,
                Map.of(),
                "shellcheck",
                "-x",
                "cairn",
                "verify",
                ".ci/run",
                JDK_FINDER.toString(),
                VIEWER.toString());

        assertThat(ended).isEqualTo(new Ended(0, ""));
    }

    @Test
    void without_npm_there_is_no_viewer_and_it_is_said() throws Exception {
        copy(VIEWER.toString());
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("bin")).resolve("dirname"), Path.of("/usr/bin/dirname"));

        var ended = execute(folder, Map.of("PATH", folder.resolve("bin").toString()), "/bin/sh", VIEWER.toString());

        assertThat(ended).isEqualTo(new Ended(3, "install-viewer: npm is not on the PATH\n"));
        assertThat(folder.resolve(".cairn")).doesNotExist();
    }

    /// A library of another checksum must never come into a report.
    @Test
    void a_viewer_of_another_checksum_is_not_installed() throws Exception {
        copy(VIEWER.toString());
        script(folder.resolve("bin/npm"), "printf 'something else' >3dmol-2.5.5.tgz");
        String path = folder.resolve("bin") + File.pathSeparator + System.getenv("PATH");

        var ended = execute(folder, Map.of("PATH", path), "/bin/sh", VIEWER.toString());

        assertThat(ended.status()).isNotZero();
        assertThat(folder.resolve(".cairn/viewer")).isEmptyDirectory();
    }

    @Test
    void the_launcher_does_not_build_inside_a_job() throws Exception {
        copy("cairn", JDK_FINDER.toString());

        var ended = execute(folder, Map.of("SLURM_JOB_ID", "17"), "./cairn", "--version");

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.output()).startsWith("cairn: Cairn must be built first, and not inside a job");
        assertThat(folder.resolve(".cairn")).doesNotExist();
    }

    @Test
    void a_fresh_build_is_run_as_it_is_also_through_a_link() throws Exception {
        copy("cairn", JDK_FINDER.toString());
        for (String source : List.of("pom.xml", "cluster", "templates")) {
            Files.createDirectories(folder.resolve(source));
        }
        installed("b1");
        Files.createDirectories(folder.resolve("bin"));
        Path link = Files.createSymbolicLink(folder.resolve("bin/cairn"), Path.of("../cairn"));

        var ended = execute(folder.resolve("bin"), Map.of(), link.toString(), "status", "a b");

        assertThat(ended.output().lines())
                .contains("cairn.cli.Main", "status", "a b", "-Dcairn.home=" + folder.toRealPath())
                .contains("/some/lib/a.jar", "-XX:TieredStopAtLevel=1");
        assertThat(ended.status()).isZero();
    }

    @Test
    void a_job_gets_the_full_compiler() throws Exception {
        copy("cairn", JDK_FINDER.toString());
        for (String source : List.of("pom.xml", "cluster", "templates")) {
            Files.createDirectories(folder.resolve(source));
        }
        installed("b1");

        var ended = execute(folder, Map.of(), "./cairn", "work", ".");

        assertThat(ended.output().lines()).contains("work").doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        jdk("old", "17.0.15");
        jdk("new", "26.0.1");

        assertThat(found("old", "new")).isEqualTo(folder.resolve("new").toString());
        assertThat(found("new", "old")).isEqualTo(folder.resolve("new").toString());
    }

    /// What the finder prints when CAIRN_JAVA_HOME and JAVA_HOME name these two.
    private String found(String first, String second) throws Exception {
        var environment = Map.of(
                "CAIRN_JAVA_HOME", folder.resolve(first).toString(),
                "JAVA_HOME", folder.resolve(second).toString());
        return execute(folder, environment, "sh", "-c", ". '" + ROOT.resolve(JDK_FINDER) + "' && find_jdk")
                .output()
                .strip();
    }

    private void jdk(String name, String version) throws IOException {
        script(folder.resolve(name).resolve("bin/javac"), "");
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /// A build whose Java prints its arguments.
    private void installed(String name) throws IOException {
        Path build = Files.createDirectories(folder.resolve(".cairn/builds").resolve(name));
        script(folder.resolve("printing/bin/java"), "printf '%s\\n' \"$@\"");
        Files.writeString(build.resolve("jdk"), folder.resolve("printing") + "\n");
        Files.writeString(build.resolve("classpath"), "/some/lib/a.jar\n");
        Files.writeString(folder.resolve(".cairn/current"), name + "\n");
        Files.writeString(build.resolve("stamp"), "");
    }

    private static void script(Path path, String line) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + line + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private void copy(String... names) throws IOException {
        for (String name : names) {
            Path copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(name), copy);
        }
    }

    private Ended execute(Path where, Map<String, String> environment, String... argv) throws Exception {
        File output = folder.resolve("output").toFile();
        var builder = new ProcessBuilder(argv)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment()
                .keySet()
                .removeAll(List.of("SLURM_JOB_ID", "PBS_JOBID", "LSB_JOBID", "CAIRN_JAVA_HOME", "JAVA_HOME"));
        builder.environment().putAll(environment);
        return new Ended(builder.start().waitFor(), Files.readString(output.toPath()));
    }

    private static void need(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        boolean mustBeThere = Boolean.parseBoolean(System.getenv("CI"));
        assumeTrue(found || mustBeThere, program + " is not installed");
        assertThat(found).as(program + " is not installed").isTrue();
    }
}
