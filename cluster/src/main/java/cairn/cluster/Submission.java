package cairn.cluster;

/// The answer to a submit.
public sealed interface Submission {
    /// The scheduler took the job and said its id.
    record Accepted(JobId id) implements Submission {}

    /// The scheduler said no, in words that mean no job exists (unknown partition, larger than any node).
    record Rejected(String reason) implements Submission {}

    /// The scheduler takes no more jobs now (over a submit limit, its table is full): no job exists, the same request
    /// may be taken later.
    record Busy(String reason) implements Submission {}

    /// Nobody knows: timed out, killed, or an answer that cannot be read. Look the token up, never resubmit blindly.
    record Unclear(String reason) implements Submission {}
}
