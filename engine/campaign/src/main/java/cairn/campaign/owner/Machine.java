package cairn.campaign.owner;

import cairn.campaign.journal.Owner;

/// The machine we run on.
public interface Machine {
    /// This process, as an owner.
    Owner self();

    /// Whether that process, of our own process table, still runs.
    boolean runs(Owner owner);
}
