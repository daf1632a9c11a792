package cairn.cli.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// All processes that work in a job's directory: its script, and what that runs.
final class JobProcesses {
    private JobProcesses() {}

    static List<ProcessHandle> of(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(directory, process))
                .toList();
    }

    /// As `kill -STOP` does, so that the job cannot end while somebody looks at it; whether there was one to halt.
    static boolean halt(Path directory) throws IOException, InterruptedException {
        List<ProcessHandle> job = of(directory);
        for (ProcessHandle process : job) {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
        return !job.isEmpty();
    }

    private static boolean worksIn(Path directory, ProcessHandle process) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(directory.toRealPath());
        } catch (IOException _) {
            // It has ended meanwhile.
            return false;
        }
    }
}
