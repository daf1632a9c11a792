/// Bands of the `neb` command of LAMMPS.
///
/// The entry type is [cairn.codes.bands.lammps.LammpsBands]; `NebLog` reads the table of the whole run, `ReplicaLog`
/// what one replica did, `DumpFrame` a snapshot, and `DumpGroups` finds out which dumps belong to which replica.
package cairn.codes.bands.lammps;
