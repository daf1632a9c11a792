/// The nudged elastic band: from two relaxed endpoints to the minimum energy path and its barrier.
///
/// The entry types are [cairn.neb.Band], which puts images between two endpoints, and [cairn.neb.PathSearch], which
/// says what it wants evaluated, takes the evaluations and becomes the next search, until [cairn.neb.Status] says
/// that it has ended. [cairn.neb.MinimumEnergyPath] is the result: images, profile, barriers, and what may be said of
/// them. [cairn.neb.BandSplit] cuts a band in two where it has a minimum.
///
/// Then read, in the order of the computation: `cairn.neb.start` (where images begin), [cairn.neb.Cells] (whether the
/// cell moves too) and `cairn.neb.coordinates`, `EvaluatedBand`, `Tangent` (the improved one, and why no other is in
/// ADR 3), [cairn.neb.Springs], `NudgedForce`, `NebForces`, `Climb` (when the highest image begins to climb),
/// `Attention` (which images are at rest) and `HermiteSegment` (the curve between two images). The optimisers are in
/// `cairn.neb.optimize`, the relaxation of one structure in [cairn.neb.relax], the check of a saddle point in
/// [cairn.neb.curvature].
///
/// Units: Angstrom, eV, eV/Angstrom; spring constants in eV/Angstrom^2, pressures in eV/Angstrom^3. fmax is the
/// largest per-atom norm of the NEB force over all interior images, the climbing one included. Everything is immutable
/// and a pure function of what it was given: replaying the same evaluations gives the same search, bit for bit.
/// Endpoints and fixed atoms never move.
package cairn.neb;
