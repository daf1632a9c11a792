/// Bands of neb.x, of Quantum ESPRESSO.
///
/// The entry type is [cairn.codes.bands.espresso.NebXBands]; `PathFile` reads `prefix.path`, `NebOutput` what neb.x
/// said on its standard output.
package cairn.codes.bands.espresso;
