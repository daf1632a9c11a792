/// The page that a campaign ends in: one file, report.html, that needs nothing else to be read.
///
/// The entry type is [cairn.cli.report.ReportHtml], which renders a [cairn.cli.report.ReportModel]; read the model
/// first, then [cairn.cli.report.Profile] and [cairn.cli.report.ProfileFigure], its drawing. Text reaches the page
/// through [cairn.cli.report.Html] only, which escapes it.
///
/// Units: eV, Angstrom, eV/Angstrom. Energies in a profile are absolute; the figure shows them relative to the first
/// image.
package cairn.cli.report;
