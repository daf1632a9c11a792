package cairn.campaign.work.order;

/// What is proven of a band once its search has converged.
public enum Verify {
    /// Nothing: that the climbing image is at rest is all that is known of it.
    NOTHING,
    /// That the saddle point is one of first order: it has exactly one negative mode, on true forces.
    SADDLE
}
