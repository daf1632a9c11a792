/// CP2K's Quickstep, asked for energies and forces over the i-PI protocol.
///
/// The entry type is [cairn.codes.dft.cp2k.Cp2k]. Then read [cairn.codes.dft.cp2k.Cp2kClient], the process, and
/// [cairn.codes.dft.cp2k.Cp2kInput], its input. CP2K works in Hartree atomic units, and converts at its edge.
package cairn.codes.dft.cp2k;
