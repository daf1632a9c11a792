package cairn.campaign.verb;

/// What gets a job of its own.
public enum JobPer {
    /// The whole band: its images share an allocation, side by side as far as it has cores.
    BAND,
    /// Each image: the scheduler runs them side by side, as far as it has room.
    IMAGE
}
