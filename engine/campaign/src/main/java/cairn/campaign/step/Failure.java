package cairn.campaign.step;

/// Why something failed for good: a stable signature, what happened, what the user can do.
public record Failure(String signature, String message, String advice) {}
