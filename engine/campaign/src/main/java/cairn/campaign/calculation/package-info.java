/// The life of one calculation: the only state machine of Cairn.
///
/// Read [cairn.campaign.calculation.CalculationState] (what can be), then
/// [cairn.campaign.calculation.CalculationEvent] (what can happen), then
/// [cairn.campaign.calculation.Transitions], whose doc lists every legal path. Everything here is a pure value:
/// the state of a calculation is the fold of its events, and nothing here knows of files, schedulers or clocks.
///
/// Invariants: a state carries only what is true in it (a planned calculation has no job id); an attempt number only
/// grows; an event that is not legal in a state is our bug and throws.
package cairn.campaign.calculation;
