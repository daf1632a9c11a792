/// Charts of results: a [cairn.cli.figure.Chart] is data with names and units, [cairn.cli.figure.ChartImage] draws it
/// as SVG or PNG, and [cairn.cli.figure.Chart#csv] writes its numbers. A library draws (ADR 7); the energy profile of
/// a band has a drawing of its own in `cairn.cli.report`.
///
/// Numbers are in the units that the titles of the axes say.
package cairn.cli.figure;
