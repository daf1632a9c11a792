/// The verb `converge`: settings of a code are tried, ever finer, until nothing changes, and other steps compute with
/// the choice.
///
/// Read [cairn.campaign.verb.gate.ConvergeStep], then `Ladder` (how one setting is climbed) and
/// [cairn.campaign.verb.gate.ConvergedStep] (a step that takes the choice). A step's `detail` has the curves, and its
/// progress too, so that they can be seen while it runs and when it fails:
///
///     cutoffs, k_spacings: [{"cutoff_ev" or "k_spacing_per_ang", "energy_ev", "energy_deviation_ev_per_atom",
///                          "force_deviation_ev_per_ang", "stress_deviation_ev_per_ang3"}]   against the finest one
///
/// Units: eV, eV/Angstrom, eV/Angstrom^3, 1/Angstrom.
package cairn.campaign.verb.gate;
