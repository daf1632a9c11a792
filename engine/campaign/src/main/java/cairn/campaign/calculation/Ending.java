package cairn.campaign.calculation;

import cairn.cluster.JobId;
import cairn.cluster.JobState;

/// What we know of how a job ended. Evidence only: the verdict is the sentinel's and the parser's.
public sealed interface Ending {
    /// The scheduler says that the job is over.
    record Reported(JobId job, JobState state, String raw) implements Ending {}

    /// No source of the scheduler knows the token any more.
    record Gone() implements Ending {}
}
