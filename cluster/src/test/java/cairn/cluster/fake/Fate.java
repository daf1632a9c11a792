package cairn.cluster.fake;

/// What becomes of one submit.
public enum Fate {
    /// A job, and its id.
    ACCEPT,
    /// No job, and plain words.
    REJECT,
    /// No job, and plain words that there may be one later.
    BUSY,
    /// A job, but the reply is lost: Unclear.
    LOSE_REPLY,
    /// No job and no reply: Unclear.
    LOSE_REQUEST,
    /// No reply, and no job before the next tick, whatever a look-up says meanwhile: Unclear.
    ACCEPT_LATE,
    /// Two jobs, and the id of the first.
    ACCEPT_TWICE
}
