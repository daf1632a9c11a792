package cairn.campaign.driver;

import java.time.Duration;

/// How patient and how greedy a driver is towards one cluster.
///
/// `maxJobs` bounds the jobs that the scheduler holds of us, running ones included; `submitsPerTurn` their rate.
/// `cleanAnswers` negatives over at least `settle` are an absence; a submit is given `submitSettle` to arrive before
/// its absence counts; `visibility` is how long files that a sentinel lists may take to appear. `maxSubmits` bounds
/// how often one attempt is submitted.
public record Settings(
        int maxJobs,
        int submitsPerTurn,
        int cleanAnswers,
        Duration settle,
        Duration submitSettle,
        Duration visibility,
        int maxSubmits) {
    /// Each costs at least two settling times, and a kill of the engine between intent and submit counts as one.
    private static final int MAX_SUBMITS = 20;

    public Settings {
        if (maxJobs < 1 || submitsPerTurn < 1 || cleanAnswers < 1 || maxSubmits < 1) {
            throw new IllegalArgumentException("the limits of a driver are at least 1");
        }
    }

    /// For a batch system. slurmctld answers within MessageTimeout (10 s) and sacct lags by up to 5 s (measured on
    /// 22.05.8), sbatch itself may retry for 120 s; NFS shows files up to 60 s late (nfs(5), acregmax).
    public static Settings cluster() {
        return new Settings(
                500, 50, 3, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(15), MAX_SUBMITS);
    }

    /// For the local machine, whose scheduler is a folder on the same disk: nothing lags, but an answer can be lost.
    public static Settings local() {
        return new Settings(
                500, 200, 3, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(60), MAX_SUBMITS);
    }
}
