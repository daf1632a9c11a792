package cairn.cli.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cairn.cli.Main;
import cairn.cli.campaign.CampaignEngine;
import cairn.cli.campaign.Installation;
import cairn.cli.engine.Console;
import cairn.cli.progress.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs `cairn band`, and the programs whose bands it reads.
final class Run {
    private static final long LIMIT_SECONDS = 240;

    private Run() {}

    /// How the command ended, and what it said.
    record Ended(int status, String out, String err) {}

    static Ended cairn(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(err), new Terminal.None(), Console.Format.TEXT);
        Installation nowhere = Installation.of(Path.of("."), Path.of("."), List.of(), "test");
        int status = Main.run(new CampaignEngine(nowhere), console, arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    /// `cairn band ... --json`, which must end well.
    static JsonNode band(Path folder, String... options) {
        String[] call = Stream.concat(Stream.of("band", folder.toString(), "--json"), Stream.of(options))
                .toArray(String[]::new);
        Ended ended = cairn(call);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        return JsonMapper.shared().readTree(ended.out());
    }

    static double number(JsonNode json, String key) {
        return json.required(key).doubleValue();
    }

    /// A file of the test's resources, put into a folder.
    static void resource(String name, Path folder) throws IOException {
        Path target = folder.resolve(Path.of(name).getFileName());
        try (InputStream content = Objects.requireNonNull(Run.class.getResourceAsStream(name), name)) {
            Files.copy(content, target);
        }
    }

    /// Skips the test, or fails it under CI, where a program is not installed.
    static void needs(String program, String packages) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
        require(installed, program, packages);
    }

    /// The same for a module of Debian's Python.
    static void needsPython(String module, String packages) {
        require(Files.isDirectory(Path.of("/usr/lib/python3/dist-packages", module)), module, packages);
    }

    private static void require(boolean installed, String what, String packages) {
        if (!installed) {
            String missing = what + " is not here: install " + packages;
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            abort(missing);
        }
    }

    /// Runs a program in a folder to its end; what it says goes to `said`.
    static int program(Path folder, String said, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(said).toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT", "1");
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError(List.of(command) + " did not end: " + Files.readString(folder.resolve(said)));
        }
        return process.exitValue();
    }
}
