package cairn.campaign.supervise;

import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.EngineFailure;
import cairn.codes.NotStarted;
import cairn.codes.SoftStop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A code at work in a folder, as a child process that never outlives this one.
final class Child {
    /// A code that was asked to stop is killed so long before the job ends, so that this process can still say so.
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /// Between two looks at what it has told, at the least.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// A look that takes long is taken so much more rarely.
    private static final int RARELY = 20;

    private final Deck deck;
    private final Path folder;

    Child(Deck deck, Path folder) {
        this.deck = deck;
        this.folder = folder;
    }

    /// Whose will it was that it ended.
    enum Ended {
        ITS_OWN,
        OURS
    }

    /// Runs it until it ends, or until the deadline asks for its end: softly first, and by force before the job's own
    /// end. Meanwhile somebody looks now and then.
    Ended run(SoftStop stop, Deadline deadline, Runnable look) {
        Process child = start();
        Thread guard = new Thread(() -> kill(child));
        Runtime.getRuntime().addShutdownHook(guard);
        try {
            if (ends(child, deadline::left, look)) {
                return Ended.ITS_OWN;
            }
            ask(stop);
            Instant lastly = Instant.now().plus(patience(deadline));
            if (!ends(child, () -> Duration.between(Instant.now(), lastly), look)) {
                kill(child);
            }
            return Ended.OURS;
        } finally {
            Runtime.getRuntime().removeShutdownHook(guard);
        }
    }

    private static Duration patience(Deadline deadline) {
        Duration left = deadline.leftInAll();
        Duration quarter = left.dividedBy(4);
        return left.minus(quarter.compareTo(LAST_WORDS) < 0 ? quarter : LAST_WORDS);
    }

    private Process start() {
        ProcessBuilder command = new ProcessBuilder(deck.command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve(deck.screen()).toFile());
        command.environment().putAll(deck.environment());
        try {
            return command.start();
        } catch (IOException e) {
            throw new EngineFailure(new CodeError(
                    "native/not-started",
                    "The code cannot be started: " + NotStarted.why(e) + ".",
                    "Install the code where jobs run, or load its module in the profile."));
        }
    }

    private void ask(SoftStop stop) {
        switch (stop) {
            case SoftStop.ByFile(String name, String text) -> {
                try {
                    Files.writeString(folder.resolve(name), text);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
                }
            }
            case SoftStop.ByItsOwnClock() -> {
                // Its input has the time.
            }
        }
    }

    /// Whether it ends while there is time left, which may become more meanwhile.
    private static boolean ends(Process child, Supplier<Duration> left, Runnable look) {
        Duration pause = PAUSE;
        for (Duration rest = left.get(); rest.isPositive(); rest = left.get()) {
            boolean isLast = rest.compareTo(pause) <= 0;
            if (endsWithin(child, isLast ? rest : pause)) {
                return true;
            }
            pause = isLast ? pause : pauseAfter(look);
        }
        return !child.isAlive();
    }

    private static Duration pauseAfter(Runnable look) {
        long before = System.nanoTime();
        look.run();
        Duration rarely = Duration.ofNanos(RARELY * (System.nanoTime() - before));
        return rarely.compareTo(PAUSE) < 0 ? PAUSE : rarely;
    }

    private static boolean endsWithin(Process child, Duration time) {
        try {
            return child.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's main thread", e);
        }
    }

    /// With all that it started.
    private static void kill(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly();
        try {
            child.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
