package cairn.cluster.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves only when told to.
public final class HandClock implements InstantSource {
    private Instant now;

    public HandClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Also backwards: clocks do that.
    public void advance(Duration step) {
        now = now.plus(step);
    }
}
