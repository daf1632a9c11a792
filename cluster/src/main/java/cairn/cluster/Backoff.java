package cairn.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// When something that was turned away may be tried again: after pauses that double from 5 s up to `longest`. A value:
/// every try gives the next one.
///
/// @param refusals tries in a row that were turned away
/// @param until the instant from which it may be tried again
public record Backoff(Duration longest, int refusals, Instant until) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 20;

    /// Nothing was turned away yet.
    public static Backoff upTo(Duration longest) {
        return new Backoff(longest, 0, Instant.EPOCH);
    }

    public boolean allows(Instant now) {
        return !now.isBefore(until);
    }

    /// After a try that was taken.
    public Backoff taken() {
        return upTo(longest);
    }

    /// After a try that was turned away.
    public Backoff refused(Instant now, RandomGenerator random) {
        return new Backoff(longest, Math.min(refusals + 1, 1000), now.plus(pause(refusals, longest, random)));
    }

    /// The pause after so many others, less a random part of up to half of it, so that many campaigns do not knock at
    /// the same instant.
    static Duration pause(int doublings, Duration longest, RandomGenerator random) {
        Duration whole = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        Duration capped = whole.compareTo(longest) < 0 ? whole : longest;
        return Duration.ofMillis(Math.round(capped.toMillis() * (0.5 + 0.5 * random.nextDouble())));
    }
}
