package cairn.cluster;

import java.time.Instant;
import java.util.Map;

/// A scheduler, seen from the engine. Implementations never throw for the world's trouble.
public interface Scheduler {
    Submission submit(JobRequest request);

    /// All jobs of ours in one query (two, where accounting is a separate source): every asked token gets an
    /// observation. The instant of each token is that of its intent: older jobs of the name are not ours.
    Map<Token, Observation> observe(Map<Token, Instant> intents);

    /// Asks the scheduler to end a job. Returns the empty string, or why it could not be asked.
    String cancel(JobId id);
}
