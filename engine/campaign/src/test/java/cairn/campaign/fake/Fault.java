package cairn.campaign.fake;

/// What goes wrong, and for jobs: how one ends.
public enum Fault {
    NONE,
    // at submit
    /// The job is taken, the answer is lost.
    REPLY_LOST,
    /// No answer, and the job is taken half a minute later.
    TAKEN_LATE,
    /// No answer, and the job is taken only after the engine has given up waiting.
    TAKEN_TOO_LATE,
    /// No answer and no job.
    SUBMIT_LOST,
    /// The scheduler takes no more jobs for now.
    TURNED_AWAY,
    // of a job
    /// The machine fails under it; nothing is left.
    MACHINE_FAILS,
    /// The scheduler says that the machine failed, and the job finishes all the same a little later.
    SURVIVES_ITS_MACHINE,
    /// The scheduler loses its memory while it runs: running, then queued, then ended.
    REGRESSES,
    /// The scheduler forgets it, and the process is gone too.
    VANISHES,
    /// The acknowledged job is forgotten before it starts.
    FORGOTTEN,
    /// Ends at its walltime, leaving a file to go on from.
    RUNS_OUT_OF_TIME,
    // of a query
    /// The scheduler does not answer for a while.
    UNANSWERED,
    // of the file system
    /// The directory cannot be looked at.
    UNREADABLE
}
