package cairn.campaign.verb;

/// Who moves the atoms.
public enum DrivenBy {
    /// Cairn, which asks the code for forces.
    CAIRN,
    /// The code itself, watched by Cairn.
    CODE
}
