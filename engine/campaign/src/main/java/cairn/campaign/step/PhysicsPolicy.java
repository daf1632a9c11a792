package cairn.campaign.step;

import java.util.Locale;

/// Whether a campaign may change what is asked of a code, and not only how the answer is found.
public enum PhysicsPolicy {
    /// A step that only other physics would mend fails, and says which.
    REFUSE,
    /// All that is compared is computed anew with it.
    ALLOW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
