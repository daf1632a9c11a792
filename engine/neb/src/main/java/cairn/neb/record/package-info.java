/// What a band that somebody else's program left behind says: profile, barriers, kinks, convergence.
///
/// The entry type is [cairn.neb.record.RecordedPath], made of a [cairn.structure.band.BandRecord]; it holds a
/// [cairn.neb.record.RecordedPoint] for each image, the curve through them, the [cairn.neb.record.Convergence] by our
/// definition and remarks in words. Below it `Geometry` unwraps the images and knows tangents and distances,
/// `ImageForce` splits forces at the tangent, `SplineSlopes` fills slopes in where forces are unknown, `Remarks` looks
/// for trouble.
///
/// Units: Angstrom, eV, eV/Angstrom, degrees. Images count from 0, the first endpoint. fmax is the largest per-atom
/// norm over the free atoms. What a folder does not tell is [cairn.neb.record.Reading.Missing], and never a made-up
/// number: where a slope had to come from energies alone, the point says so.
package cairn.neb.record;
