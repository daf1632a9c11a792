package cairn.cluster.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;

/// Commons Exec with the child's output in files and nothing on its input.
///
/// It keeps the argument vector itself: the command line of Commons Exec trims its arguments.
@SuppressWarnings("deprecation") // the builder cannot build a subclass, and #launch is the only door to ProcessBuilder
final class FileExecutor extends DefaultExecutor {
    private static final File NOTHING = new File("/dev/null");

    private final List<String> argv;
    private final Path stdout;
    private final Path stderr;

    FileExecutor(List<String> argv, Path stdout, Path stderr) {
        this.argv = List.copyOf(argv);
        this.stdout = stdout;
        this.stderr = stderr;
        setStreamHandler(new PumpStreamHandler(null, null, null));
        setExitValues(null);
    }

    @Override
    protected Process launch(CommandLine command, Map<String, String> environment, Path workingDirectory)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(located(environment.getOrDefault("PATH", "")))
                .redirectInput(NOTHING)
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// Java looks for a program in the path of the JVM, whatever path the child is given.
    private List<String> located(String path) throws IOException {
        String program = argv.getFirst();
        if (program.contains("/")) {
            return argv;
        }
        List<String> words = new ArrayList<>(argv);
        words.set(0, find(program, path).toString());
        return words;
    }

    private static Path find(String program, String path) throws IOException {
        return Arrays.stream(path.split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new IOException("no program '" + program + "' in the path " + path));
    }
}
