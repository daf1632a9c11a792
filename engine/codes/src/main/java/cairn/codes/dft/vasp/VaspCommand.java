package cairn.codes.dft.vasp;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.NotStarted;
import cairn.codes.dft.vasp.input.VaspProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command that starts VASP, and its processes.
record VaspCommand(List<String> words) {
    /// The exit status of a program that signal n ended is this plus n; Linux has signals up to 64.
    private static final int FIRST_SIGNAL = 128;

    private static final int LAST_SIGNAL = 192;

    VaspCommand {
        words = List.copyOf(words);
    }

    static VaspCommand on(int cores) {
        return new VaspCommand(VaspProgram.on(cores));
    }

    /// How a process ended.
    sealed interface End {
        /// By itself.
        record Left(int status) implements End {}

        /// By a signal.
        record Killed(int signal) implements End {}

        /// It did not in the time it had, until it was killed by us.
        record Hung() implements End {}
    }

    /// Runs VASP in a folder to its end.
    End run(Path folder, Duration longest) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(VaspProgram.SCREEN).toFile());
        builder.environment().putIfAbsent(VaspProgram.THREADS, "1");
        Process process = start(builder);
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
                    ? end(process.exitValue())
                    : hung(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hung(process);
            throw new UncheckedIOException(new IOException("interrupted while VASP ran in " + folder, e));
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EngineFailure(new CodeError(
                    "vasp/not-installed",
                    "VASP cannot be started: " + NotStarted.why(e) + ".",
                    "Load VASP's module in the profile of the cluster, or set " + VaspProgram.VARIABLE
                            + " there to the command that starts it."));
        }
    }

    private static End end(int status) {
        return status > FIRST_SIGNAL && status <= LAST_SIGNAL
                ? new End.Killed(status - FIRST_SIGNAL)
                : new End.Left(status);
    }

    private static End hung(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return new End.Hung();
    }
}
