/// What LAMMPS writes: its log, and the last snapshot of a dump beside it.
///
/// The entry type is [cairn.codes.output.lammps.LammpsLog]. A step is a row of thermodynamic output; `Thermo` reads
/// these rows, `Loops` keeps what each `run` and `minimize` was asked and did, and `LogSettings` what the run was set
/// up with.
///
/// Numbers are in the units of the run and become eV and Angstrom in `Thermo`.
package cairn.codes.output.lammps;
