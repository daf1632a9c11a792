package cairn.codes.task;

import java.time.Duration;

/// What a run may use: cores, and the time after which the code is to stop by itself, if it can be told.
public record Room(int cores, Time time) {
    /// How long it may take.
    public sealed interface Time {
        record Unlimited() implements Time {}

        record AtMost(Duration duration) implements Time {
            /// In whole seconds, at least one: what codes take.
            public long seconds() {
                return Math.max(1, duration.toSeconds());
            }
        }
    }

    public Room {
        if (cores < 1) {
            throw new IllegalArgumentException("a run needs a core");
        }
    }

    public static Room unlimited(int cores) {
        return new Room(cores, new Time.Unlimited());
    }
}
