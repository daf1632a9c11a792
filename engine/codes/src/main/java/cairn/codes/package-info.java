/// What every atomistic code offers to Cairn.
///
/// The entry type is [cairn.codes.Code]. A code answers for energies and forces of a structure, inside
/// a job ([cairn.codes.ForceEngine]), and some codes also carry out whole tasks ([cairn.codes.task.Task]) by
/// themselves: [cairn.codes.NativeRuns] renders a [cairn.codes.Deck] of input files for one, and reads what a run of it
/// has come to. The codes themselves lie in packages below, and `cairn.codes.catalogue` lists
/// them by name. Units inside are eV and Angstrom; each code converts at its edge.
package cairn.codes;
