package cairn.neb;

/// How far a path search has come.
public sealed interface Status {
    /// More evaluations are wanted.
    record Searching() implements Status {}

    /// All NEB forces are below fmax, with the climbing image at the saddle point unless none was asked for.
    record Converged() implements Status {}

    /// All NEB forces are below fmax, but no interior image is higher than both endpoints, so none can climb: the path
    /// is downhill, or its saddle lies between two images.
    record NoSaddle() implements Status {}

    /// The iterations allowed are used up.
    record Exhausted() implements Status {}

    /// The band went astray, or no step improves it any more; `why` says it in words.
    record Diverged(String why) implements Status {}
}
