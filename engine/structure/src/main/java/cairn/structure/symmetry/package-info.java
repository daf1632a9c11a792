/// Space-group operations as a CIF states them, and the orbits of sites under them.
///
/// The entry type is [cairn.structure.symmetry.SymmetryOperation]; [cairn.structure.symmetry.Orbit] applies
/// a list of them to one site. Cairn ships no table of space groups: the operations of the file are the
/// ones that its coordinates were written for, so no origin choice is ever guessed.
package cairn.structure.symmetry;
