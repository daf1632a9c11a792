/// Pseudopotentials: families of them as data, what their files say, and a converter of CP2K's GTH potentials.
///
/// The entry type is [cairn.codes.dft.pseudo.Family], found by [cairn.codes.dft.pseudo.Families]; a
/// [cairn.codes.dft.pseudo.Choice] is what a structure gets from one, and refuses functionals that do not fit together.
/// Energies are in eV; files speak of Rydbergs.
package cairn.codes.dft.pseudo;
