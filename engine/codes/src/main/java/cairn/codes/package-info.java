/// What every atomistic code offers to Cairn.
///
/// The entry type is [cairn.codes.Code]. A code answers for energies and forces of a structure, inside
/// a job ([cairn.codes.ForceEngine]), and some codes also run a whole relaxation by themselves, from a
/// [cairn.codes.Deck] of input files. The codes themselves lie in packages below, and `cairn.codes.catalogue` lists
/// them by name. Units inside are eV and Angstrom; each code converts at its edge.
package cairn.codes;
