/// The verbs of alloys, each a step that runs nothing and combines what others found: hull, voltage.
///
/// Read [cairn.campaign.verb.alloy.HullStep] first: it gathers relaxed crystals, each a `ComputedPhase`, and makes a
/// [cairn.analysis.phases.PhaseDiagram]. [cairn.campaign.verb.alloy.VoltageStep] takes the phases from a hull, and
/// follows the staircase of the hull and, if it is told one, a path. What an expert objects to is in `findings`; a
/// finding that blocks makes the step fail, and the numbers it would have given are not shown.
///
/// A step's `result` is what results.json shows; its `detail` has what the next step and the report read besides:
///
///     hull:     {"phases": [{"step", "formula", "energy_ev", "volume_ang3", "fingerprint"}], "code"}
///     voltage:  {"measured", "code"}   the first only where the workflow gives it
package cairn.campaign.verb.alloy;
