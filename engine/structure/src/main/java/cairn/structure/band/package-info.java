/// A band as some program left it: the one canonical record of positions, cell, energies, forces, constraints,
/// and where all of it comes from.
///
/// The entry type is [cairn.structure.band.BandRecord]; then read [cairn.structure.band.RecordedImage] with its
/// [cairn.structure.band.RecordedPlace], [cairn.structure.band.RecordedEnergy] and
/// [cairn.structure.band.RecordedForces], which say what is known and what is not, and
/// [cairn.structure.band.CodeSays], what the program itself said of its band. Readers of other people's folders
/// fill it; what it means is worked out elsewhere.
///
/// Units: Angstrom, eV, eV/Angstrom. Nothing is guessed: what a folder lacks is a case of its own, and a
/// [cairn.structure.band.Gap] with what to do about it.
package cairn.structure.band;
