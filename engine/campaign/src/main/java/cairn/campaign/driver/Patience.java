package cairn.campaign.driver;

import cairn.cluster.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts the same answer about a token until it has been given often and long enough to be believed. Not journaled:
/// a new owner counts from the start.
final class Patience {
    private record Count(int times, Instant since) {}

    private final Map<Token, Count> counts = new HashMap<>();

    /// Counts the answer once more; true when it has been given `times` times over at least `span`.
    boolean isExhausted(Token token, Instant now, int times, Duration span) {
        Count before = counts.getOrDefault(token, new Count(0, now));
        Count count = new Count(before.times + 1, before.since);
        counts.put(token, count);
        return count.times >= times && !now.isBefore(count.since.plus(span));
    }

    /// Another answer was given.
    void forget(Token token) {
        counts.remove(token);
    }
}
