package cairn.codes.dft;

import java.time.Duration;
import java.util.Optional;

/// Kills a program that this process has started, as soon as there is one and it has computed for a while.
public final class KilledProgram {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private KilledProgram() {}

    /// A thread that kills the first process whose command ends so, once it has used that much time of a processor.
    public static Thread after(Duration computed, String command) {
        return Thread.ofPlatform().daemon().start(() -> {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            Optional<ProcessHandle> found = Optional.empty();
            while (found.isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
                found = ProcessHandle.current()
                        .descendants()
                        .filter(process -> hasComputed(process, computed, command))
                        .findFirst();
            }
            found.ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    private static boolean hasComputed(ProcessHandle process, Duration computed, String command) {
        return process.info().command().filter(path -> path.endsWith(command)).isPresent()
                && process.info()
                        .totalCpuDuration()
                        .filter(used -> used.compareTo(computed) > 0)
                        .isPresent();
    }
}
