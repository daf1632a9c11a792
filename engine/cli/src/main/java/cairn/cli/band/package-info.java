/// `cairn band`: what a band says that someone else's code ran, as text, JSON, tables and a figure.
///
/// The entry type is [cairn.cli.band.BandView]; `BandText` is the screen, `BandJson` the same for scripts, `BandFiles`
/// what `--out` writes.
package cairn.cli.band;
