/// What an expert objects to in a result.
///
/// The entry types are [cairn.campaign.finding.PathFindings], for paths, and
/// [cairn.campaign.finding.CodeFindings], for what a DFT code has said besides; each objection is a
/// [cairn.campaign.finding.Finding]. One that blocks takes the barrier out of the result: the numbers it was
/// computed from stay in the detail. The codes E.. and W.. are those of the checks of a workflow before it
/// runs.
///
/// Units: eV, Angstrom, eV/Angstrom.
package cairn.campaign.finding;
