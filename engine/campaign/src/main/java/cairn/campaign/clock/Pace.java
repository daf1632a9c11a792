package cairn.campaign.clock;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait between turns: shortly after something happened, then longer and longer, each time a little
/// different so that many campaigns do not ask one scheduler in step.
public final class Pace {
    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.1;

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration current;

    public Pace(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
        this.current = shortest;
    }

    /// The wait before the next turn.
    public Duration next(boolean isChanged) {
        current = isChanged ? shortest : min(scaled(current, GROWTH), longest);
        return scaled(current, 1 + JITTER * (2 * random.nextDouble() - 1));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }
}
