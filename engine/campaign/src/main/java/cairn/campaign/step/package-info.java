/// What a plan is made of, seen from the driver: steps that say what they still need, and calculations.
///
/// The entry type is [cairn.campaign.step.Step]. Only a calculation has a state machine; a step is a pure
/// function from the results so far to what it needs next. Everything here is pure and replayable.
package cairn.campaign.step;
