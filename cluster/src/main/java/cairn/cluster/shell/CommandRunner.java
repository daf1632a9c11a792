package cairn.cluster.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.ExecuteException;

/// Runs commands of this machine: argv in, a value out, never longer than the limit.
///
/// Output goes to files. A pipe is held open by any grandchild that outlives the command, and then no limit on
/// time is kept (Commons Exec 1.6 came back after 7.8 s from a limit of 0.7 s).
public final class CommandRunner {
    /// More than any answer to a question of ours: squeue says 100 bytes a job.
    private static final long OUTPUT_LIMIT_BYTES = 64L << 20;

    private final Map<String, String> environment;

    private CommandRunner(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// A runner with the environment of this process.
    public static CommandRunner inherited() {
        return new CommandRunner(System.getenv());
    }

    /// A runner with exactly this environment.
    public static CommandRunner with(Map<String, String> environment) {
        return new CommandRunner(environment);
    }

    /// The same runner with one variable more.
    public CommandRunner and(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new CommandRunner(more);
    }

    public Map<String, String> environment() {
        return environment;
    }

    /// Runs the command to its end, or kills it and everything it started.
    public Outcome run(List<String> command, Duration limit) {
        try (Scratch scratch = Scratch.make()) {
            return run(command, limit, scratch);
        } catch (IOException e) {
            return new Outcome.NotStarted("no place for its output: " + e);
        }
    }

    private Outcome run(List<String> command, Duration limit, Scratch scratch) throws IOException {
        TreeWatchdog watchdog = new TreeWatchdog(limit);
        FileExecutor executor = new FileExecutor(command, scratch.stdout(), scratch.stderr());
        executor.setWatchdog(watchdog);
        int exit;
        try {
            exit = executor.execute(new CommandLine(command.getFirst()), environment);
        } catch (ExecuteException e) {
            exit = e.getExitValue();
        } catch (IOException e) {
            return new Outcome.NotStarted(String.valueOf(e.getMessage()));
        }
        return watchdog.killedProcess() ? new Outcome.TimedOut(limit) : scratch.finished(exit);
    }

    /// The two files of one command's output.
    private record Scratch(Path stdout, Path stderr) implements AutoCloseable {
        static Scratch make() throws IOException {
            Path stdout = Files.createTempFile("cairn", ".out");
            return new Scratch(stdout, Files.createTempFile("cairn", ".err"));
        }

        Outcome finished(int exit) throws IOException {
            long bytes = Files.size(stdout) + Files.size(stderr);
            if (bytes > OUTPUT_LIMIT_BYTES) {
                return new Outcome.Flooded(exit, bytes);
            }
            return new Outcome.Finished(exit, text(stdout), text(stderr));
        }

        private static String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(stdout);
                Files.deleteIfExists(stderr);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + stdout, e);
            }
        }
    }
}
