package cairn.codes.dft;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Kills a program that this process has started, as soon as there is one and it has computed for a while.
public final class KilledProgram {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private KilledProgram() {}

    /// Kills the first process that works in a folder and whose command ends so, once it has used that much time
    /// of a processor. Whether there was one.
    public static CompletableFuture<Boolean> after(Duration computed, String command, Path folder) {
        return CompletableFuture.supplyAsync(() -> {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            Optional<ProcessHandle> found = Optional.empty();
            while (found.isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
                found = Programs.in(folder)
                        .filter(process -> hasComputed(process, computed, command))
                        .findFirst();
            }
            return found.map(ProcessHandle::destroyForcibly).orElse(false);
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
