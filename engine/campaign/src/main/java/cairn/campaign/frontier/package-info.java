/// Which steps can be asked now, and what they said.
///
/// The entry type is [cairn.campaign.frontier.Frontier]; [cairn.campaign.frontier.StepStanding] is how it sees a step.
/// It asks where calculations come from through its `Source`: a driver orders the missing ones, a reader only looks.
///
/// Invariants: a step is asked when its dependencies are done and when one of its calculations is settled, never
/// otherwise; standings follow from results alone and are never stored.
package cairn.campaign.frontier;
