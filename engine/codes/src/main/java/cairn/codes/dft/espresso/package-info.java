/// Quantum ESPRESSO: pw.x asked for energies and forces over the i-PI protocol, and pw.x and neb.x left to themselves.
///
/// The entry type is [cairn.codes.dft.espresso.Espresso]. Then read [cairn.codes.dft.espresso.PwClient], the
/// process, and [cairn.codes.dft.espresso.Namelists], its input; for runs of their own
/// [cairn.codes.dft.espresso.EspressoRuns]. pw.x works in Rydberg atomic units, and converts at its edge.
package cairn.codes.dft.espresso;
