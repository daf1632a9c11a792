package cairn.cli.endtoend;

import cairn.cli.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts `cairn` as a user would, in a folder and with a home folder of its own.
record CairnProcess(Path folder, Map<String, String> environment) {
    /// Longer than any campaign here takes on a busy machine.
    private static final long LIMIT_MINUTES = 10;

    private static final String SAID = "said.txt";

    static final Path ROOT = Path.of(System.getProperty("cairn.root"));

    CairnProcess {
        environment = Map.copyOf(environment);
    }

    /// How a command ended, and what it said.
    record Ended(int status, String out, String err) {}

    Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = start(out, err, arguments);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("cairn " + List.of(arguments) + " did not end: " + text(out) + text(err));
        }
        return new Ended(process.exitValue(), text(out), text(err));
    }

    /// Starts it and returns at once; what it says goes to a file in the folder.
    Process start(String... arguments) throws IOException {
        Path said = folder.resolve(SAID);
        return start(said, said, arguments);
    }

    /// All that commands said which were started with [#start].
    String said() throws IOException {
        return text(folder.resolve(SAID));
    }

    private Process start(Path out, Path err, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv(arguments)).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        return builder.start();
    }

    private List<String> argv(String... arguments) {
        Launch here = Launch.ofThisProcess();
        List<String> argv = new ArrayList<>(new Launch(here.java(), here.classPath(), ROOT, Path.of("")).cairn());
        argv.add(1, "-Duser.home=" + folder);
        argv.add(1, "-XX:TieredStopAtLevel=1");
        argv.addAll(List.of(arguments));
        return argv;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
