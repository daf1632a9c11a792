/// Quantum ESPRESSO's pw.x, asked for energies and forces over the i-PI protocol.
///
/// The entry type is [cairn.codes.dft.espresso.Espresso]. Then read [cairn.codes.dft.espresso.PwClient], the process,
/// and [cairn.codes.dft.espresso.Namelists], its input. pw.x works in Rydberg atomic units, and converts at its edge.
package cairn.codes.dft.espresso;
