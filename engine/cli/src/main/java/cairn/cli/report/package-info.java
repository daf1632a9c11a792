/// The pages that a campaign ends in: report.html, one file that needs nothing else to be read and runs no script, and
/// structures.html, which shows structures in three dimensions.
///
/// The entry type is [cairn.cli.report.ReportHtml], which renders a [cairn.cli.report.ReportModel]; read the model
/// first, then [cairn.cli.report.Profile] and [cairn.cli.report.ProfileFigure], its drawing. Text reaches a page
/// through [cairn.cli.report.Html] only, which escapes it. [cairn.cli.report.StructuresHtml] is the other page, with
/// the two scripts that a browser may run there.
///
/// Units: eV, Angstrom, eV/Angstrom. Energies in a profile are absolute; the figure shows them relative to the first
/// image.
package cairn.cli.report;
