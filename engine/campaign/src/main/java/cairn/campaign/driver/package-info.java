/// What moves a campaign on: observe, apply, decide, journal, act; again and again.
///
/// The entry type is [cairn.campaign.driver.Driver], whose `turn()` is one round; it is single-threaded and reaches the
/// world only through [cairn.campaign.driver.Ports], so that a test moves its clock by hand and stops it at any call.
/// Read then `Watch` (what the scheduler's word means), `Harvest` (what an ended job left), `Orders` (which
/// calculations are wanted, and whether the journal has them) and `Dispatch` (submitting). Which steps can be asked is
/// [cairn.campaign.frontier.Frontier]'s business, the fold over the journal [cairn.campaign.ledger.Ledger]'s, a folder
/// with a driver in it [cairn.campaign.run.Campaign]'s.
///
/// Invariants: intent is journaled and synced before the world is touched; what the world answered is journaled with
/// the next turn, because a lost answer is found again by its token; an observation that failed changes no state;
/// one query per turn for all jobs.
package cairn.campaign.driver;
