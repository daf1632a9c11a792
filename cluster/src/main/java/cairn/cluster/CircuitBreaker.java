package cairn.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Whether a cluster may be asked now. After some unanswered polls in a row the circuit is open: nothing is asked but
/// one probe at a time, each after a longer pause, until one is answered. A value: every poll gives the next one.
///
/// @param failures unanswered polls in a row
/// @param nextProbe the instant from which the cluster may be asked
public record CircuitBreaker(int failures, Instant nextProbe) {
    /// Unanswered polls that open the circuit.
    public static final int THRESHOLD = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /// A cluster that has not been asked yet.
    public static CircuitBreaker closed() {
        return new CircuitBreaker(0, Instant.EPOCH);
    }

    public boolean isOpen() {
        return failures >= THRESHOLD;
    }

    /// Whether a poll, or the probe of an open circuit, may go out now. Submits need a closed circuit as well.
    public boolean allows(Instant now) {
        return !now.isBefore(nextProbe);
    }

    /// After a poll that was answered.
    public CircuitBreaker answered() {
        return closed();
    }

    /// After a poll that was not. The pause doubles from 5 s to 10 min, less a random part of up to half of it, so
    /// that many campaigns do not knock at the same instant.
    public CircuitBreaker unanswered(Instant now, RandomGenerator random) {
        int count = Math.min(failures + 1, 1000);
        if (count < THRESHOLD) {
            return new CircuitBreaker(count, now);
        }
        return new CircuitBreaker(count, now.plus(Backoff.pause(count - THRESHOLD, LONGEST_PAUSE, random)));
    }
}
