/// Atoms in a cell: what every calculation of Cairn starts from and comes back to.
///
/// The entry type is [cairn.structure.Structure]; read it first, then [cairn.structure.Cell],
/// [cairn.structure.Positions] and [cairn.structure.Evaluation]. What is close to what is answered by
/// `cairn.structure.distance`, files are read and written by `cairn.structure.format`.
///
/// Units: Angstrom, eV, eV/Angstrom, eV/Angstrom^3, amu. Everything here is immutable: a value class
/// copies the array it is given and lends only copies or single numbers. Positions are Cartesian and
/// never wrapped behind the caller's back; only [cairn.structure.Cell] knows about periodicity.
package cairn.structure;
