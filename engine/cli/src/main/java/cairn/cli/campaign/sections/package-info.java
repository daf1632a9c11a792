/// What a report says of results, by the kind of step: profiles of bands, hulls and voltages, equations of state,
/// grown alloys, anodes, and how a choice of cutoffs came about.
///
/// The entry types are [cairn.cli.campaign.sections.AlloySections] and [cairn.cli.campaign.sections.BandProfile].
package cairn.cli.campaign.sections;
