package cairn.cluster.real;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for something real, such as a process or a daemon, by looking often.
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    /// The first answer that is as wanted; the last one, if none is within a minute.
    public static <T> T until(Supplier<T> question, Predicate<T> wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T answer = question.get();
        while (!wanted.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = question.get();
        }
        return answer;
    }
}
