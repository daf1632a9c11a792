/// Who drives a campaign: one process at a time, found out without locks.
///
/// The entry type is [cairn.campaign.owner.Takeover], which says whether a campaign whose last owner is known may be
/// taken over; [cairn.campaign.owner.Machine] and [cairn.campaign.owner.Pulse] are what it looks at. Taking over is
/// then the creation of the next journal segment (package journal), which only one process can win.
///
/// Invariant: nothing here compares clocks of two machines. Time is our own, monotonic; another machine is judged
/// only by whether a counter that its owner keeps raising stands still.
package cairn.campaign.owner;
