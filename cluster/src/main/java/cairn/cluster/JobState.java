package cairn.cluster;

/// What an observation means for us. The scheduler's word is evidence, the parser's is the verdict.
public enum JobState {
    /// Waiting to run.
    QUEUED,
    /// Running, or so the scheduler believes.
    RUNNING,
    /// Waiting for something that will not come (held after a failed launch, impossible request): to be cancelled.
    STUCK,
    /// Over, by itself.
    ENDED,
    /// Over at its walltime.
    OUT_OF_TIME,
    /// Over for want of memory.
    OUT_OF_MEMORY,
    /// Over because somebody cancelled it.
    CANCELLED,
    /// Over because the machine failed under it (node failure, preemption, boot failure).
    MACHINE_FAILED;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING, STUCK -> false;
            case ENDED, OUT_OF_TIME, OUT_OF_MEMORY, CANCELLED, MACHINE_FAILED -> true;
        };
    }
}
