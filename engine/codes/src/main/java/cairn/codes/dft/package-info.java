/// What every DFT code must be told, in one vocabulary for all of them, and the protocols that fill in what is left
/// unsaid.
///
/// The entry type is [cairn.codes.dft.DftSettings]; [cairn.codes.dft.Protocols] holds the numbers as data. The codes
/// lie in packages below. Units: eV, Angstrom, 1/Angstrom; each code converts at its edge.
package cairn.codes.dft;
