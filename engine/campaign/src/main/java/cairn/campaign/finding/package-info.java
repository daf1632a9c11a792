/// What an expert objects to in a result.
///
/// The entry type is [cairn.campaign.finding.PathFindings], for paths; each objection is a
/// [cairn.campaign.finding.Finding]. One that blocks takes the barrier out of the result: the numbers it was computed
/// from stay in the detail. The codes E.. and W.. are those of the checks of a workflow before it runs.
///
/// Units: eV, Angstrom, eV/Angstrom.
package cairn.campaign.finding;
