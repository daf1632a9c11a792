/// Which phases are stable: the lower convex hull of formation energies, in any number of elements.
///
/// The entry type is [cairn.analysis.phases.PhaseDiagram], made of [cairn.analysis.phases.Phase]s, each an energy with
/// the [cairn.analysis.phases.Fingerprint] of how it was computed; [cairn.analysis.phases.PhaseDiagram#objections] says
/// in words why some phases make no diagram. Then read [cairn.analysis.phases.Decomposition] (what a composition is
/// made of on the hull), [cairn.analysis.phases.Tieline] (the hull along the line from one composition to another, from
/// which voltages come) and `LowerHull`, the linear programs under both. [cairn.analysis.phases.KnownPhases] are those
/// of the literature, and [cairn.analysis.phases.PhaseFindings] is what an expert objects to in a diagram.
///
/// Units: energies of a phase are in eV for all its atoms; formation energies and distances above the hull in eV per
/// atom, relative to the elements as they were computed. Fractions are of atoms.
package cairn.analysis.phases;
