package cairn.campaign.driver;

/// What one turn came to.
public sealed interface Turn {
    /// There is more to do; `isChanged` when something happened, so that the next turn may be worth having soon.
    record Going(boolean isChanged) implements Turn {}

    /// The physics of some steps has changed: whoever drives goes on with a new driver, which plans with it.
    record Amended() implements Turn {}

    /// Every step is done, failed or blocked, and no job of ours is left.
    record Finished() implements Turn {}

    /// Another process has taken the campaign over: this one must not touch the world again.
    record Deposed(String message) implements Turn {}
}
