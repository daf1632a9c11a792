/// Bands of CP2K's `RUN_TYPE BAND`.
///
/// The entry type is [cairn.codes.bands.cp2k.Cp2kBands]; `ReplicaFile` reads the positions of one replica,
/// `ReplicaOutput` its forces, `RestartFile` cell, fixed atoms and kind of band.
package cairn.codes.bands.cp2k;
