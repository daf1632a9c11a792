package cairn.campaign.owner;

import java.time.Duration;

/// Time as this machine feels it pass; no date.
public interface Stopwatch {
    Duration elapsed();

    void pause(Duration duration);

    /// The real one.
    static Stopwatch system() {
        long start = System.nanoTime();
        return new Stopwatch() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - start);
            }

            @Override
            public void pause(Duration duration) {
                try {
                    Thread.sleep(duration);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while another owner's heartbeat was watched", e);
                }
            }
        };
    }
}
