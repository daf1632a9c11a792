package cairn.campaign.calculation;

/// Whether an attempt has come further than the one before it.
public enum Headway {
    NONE,
    MADE
}
