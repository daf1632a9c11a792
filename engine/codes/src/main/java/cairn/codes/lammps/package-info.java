/// LAMMPS, with an interatomic model of the OpenKIM archive.
///
/// The entry type is [cairn.codes.lammps.Lammps]. Read then [cairn.codes.lammps.LammpsRuns], what `lmp` does by
/// itself ([cairn.codes.lammps.Run] is what its runs have in common), with the readers of what it leaves
/// ([cairn.codes.lammps.LogFile], [cairn.codes.lammps.DumpFile], [cairn.codes.lammps.KnownErrors]); and
/// [cairn.codes.lammps.LammpsEngine], which answers for forces: a client like the other codes'
/// ([cairn.codes.lammps.LammpsClient]), which is LAMMPS's library in a process of ours or the command `lmp`
/// ([cairn.codes.lammps.Way]).
///
/// LAMMPS works in `units metal` (Angstrom, eV, bar) and in its own frame, where lattice vector a lies along x and b
/// in the xy plane: [cairn.codes.lammps.LammpsFrame] turns structures there and results back.
package cairn.codes.lammps;
