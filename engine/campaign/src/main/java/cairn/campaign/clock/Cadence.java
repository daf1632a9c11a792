package cairn.campaign.clock;

import java.time.Duration;

/// The real clock's beat: what a driver waits on between turns.
public interface Cadence extends AutoCloseable {
    /// Returns after the delay, or as soon as [#wake] is called.
    void await(Duration delay);

    /// Ends the wait now. May be called from any thread.
    void wake();

    /// Runs `beat` in the background once per period, until closed.
    void every(Duration period, Runnable beat);

    @Override
    void close();
}
