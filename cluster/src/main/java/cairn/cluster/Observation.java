package cairn.cluster;

import java.util.List;

/// What a scheduler says of one token: three-valued, and an error is never an absence.
public sealed interface Observation {
    /// Jobs of this name exist or existed; more than one after an unclear submit. The newest is last.
    record Present(List<Job> jobs) implements Observation {
        public Present {
            jobs = List.copyOf(jobs);
        }
    }

    /// Every source was asked, every source answered, none knows the name.
    record Absent() implements Observation {}

    /// A source could not be asked or gave an answer that cannot be read.
    record Unanswered(String reason) implements Observation {}

    /// One job as the scheduler sees it. `raw` is the scheduler's own state and reason, for the record.
    record Job(JobId id, JobState state, String raw) {}
}
