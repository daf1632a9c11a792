/// The verbs of the language, each a step: relax, energy, md, neb, eos.
///
/// Read [cairn.campaign.verb.RelaxStep] first; it needs one calculation and is done when that is. The
/// calculation is a [cairn.campaign.verb.WorkCalculation], a job that Cairn runs: it drives the relaxation, or watches
/// the code that does ([cairn.campaign.verb.DrivenBy]). [cairn.campaign.verb.NebStep] takes endpoints from
/// two steps, and [cairn.campaign.verb.Endpoints] refuses, in words, those that do not belong together.
/// [cairn.campaign.verb.Hops] searches the path between them and cuts it, if it is asked to, at its minima:
/// [cairn.campaign.verb.Route] is what is known of such a path by now, [cairn.campaign.verb.HopsJson] tells its hops as
/// one band. [cairn.campaign.verb.EquationOfStateStep] relaxes the atoms at several volumes.
///
/// A step's `result` is what results.json shows. Its `detail` has what other steps and the report read:
///
///     relax, energy: {"structure", "evaluation", "code", "potentials", "settings", "trajectory"}   the last two only
/// of a
///                    relaxation, the trajectory only of one that Cairn drove in a fixed cell
///     md:            {"structure", "evaluation", "code", "trajectory_files"}
///     neb:           {"profile", "images", "highest_image", "minima", "intermediate_minima", "code", "settings"}; the
///                    profile says of each image whether it was `evaluated`, or else how uncertain the model is
///                    (`uncertainties_ev`); `minima` are the images between hops, only where the path was cut, and
///                    `intermediate_minima` counts those that no cut was made at
///     potentials:    of a code that names its potential files for the elements of a structure alone
///     eos:           {"structure", "code"}   the crystal at the volume of lowest energy
///     code:          {"name", "spec", "version", "fingerprint", "validity"}
package cairn.campaign.verb;
