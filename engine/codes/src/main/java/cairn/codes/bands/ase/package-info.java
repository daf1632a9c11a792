/// Bands in trajectories of ASE, and in extended XYZ files.
///
/// The entry type is [cairn.codes.bands.ase.AseBands]; `UlmFile` reads the container of `*.traj`, `TrajFrames` the
/// atoms in it, `XyzFrames` those of extended XYZ, and `LastBand` finds the last band among the frames of a search.
package cairn.codes.bands.ase;
