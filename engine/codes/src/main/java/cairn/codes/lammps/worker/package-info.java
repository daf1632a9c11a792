/// LAMMPS as a library, in a process of its own, because an error of it may end the process.
///
/// The entry type is [cairn.codes.lammps.worker.Worker], whose `main` is that process: it loads the library
/// (`LammpsLibrary`), gives it an input (`LammpsInstance`), and answers as a client of the i-PI protocol. Nothing here
/// is called from Cairn's own process but [cairn.codes.lammps.worker.Worker#command].
///
/// Units are LAMMPS's `metal` (Angstrom, eV, bar), in its own frame; energies, forces and virials leave in eV and
/// eV/Angstrom.
package cairn.codes.lammps.worker;
