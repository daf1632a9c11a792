package cairn.cluster.local;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The folder that holds the queue: `lock`, and a folder a job below `jobs`, in the order of their numbers.
final class Spool {
    /// File locks do not tell apart the schedulers of one process.
    private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path folder() {
        return folder;
    }

    interface Work<T> {
        T perform() throws IOException;
    }

    /// Performs the work while nobody else on this machine works on the spool.
    <T> T locked(Work<T> work) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        THIS_PROCESS.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            return work.perform();
        } finally {
            THIS_PROCESS.unlock();
        }
    }

    /// A stopped engine may hold the lock: wait, but not for ever.
    private static FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            pause();
        }
        throw new IOException("another engine has held the lock for " + PATIENCE.toSeconds() + " s");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock", e);
        }
    }

    JobId add(JobRequest request, Instant now) throws IOException {
        JobId id = new JobId(Long.toString(lastNumber() + 1));
        Path job = folder.resolve("jobs").resolve("%09d.%s".formatted(lastNumber() + 1, request.token()));
        Map<String, byte[]> files = Map.of(
                "request", bytes(SpooledJob.text(request.resources(), now)),
                "run.sh", bytes(RunScript.render(job, id, request.directory().resolve(request.scriptName()))));
        Durable.directory(job, files);
        return id;
    }

    /// All jobs that are remembered, oldest first.
    List<SpooledJob> jobs() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("jobs"))) {
            List<Path> sorted =
                    folders.filter(path -> !name(path).startsWith(".")).sorted().toList();
            return sorted.stream().map(SpooledJob::read).toList();
        }
    }

    private long lastNumber() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("jobs"))) {
            return folders.map(Spool::name)
                    .filter(name -> !name.startsWith("."))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(0);
        }
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
