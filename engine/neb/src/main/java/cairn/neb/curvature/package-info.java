/// Whether a saddle point is one: how many directions there are in which the energy falls.
///
/// [cairn.neb.curvature.SaddleCheck] is the entry, a state that says what it wants evaluated and, given it, becomes the
/// next. `Lanczos` builds the small matrix whose lowest eigenvalues are those of the Hessian, `Motions` says in what
/// space, and a [cairn.neb.curvature.Mode] is what comes out.
///
/// [cairn.neb.curvature.SaddleQuestion] asks the same at less cost where a [cairn.neb.curvature.Model] of the energy
/// has been learned: each mode of the model is a `Suspect` until the model is certain of its sign, and a `Probe` asks
/// truth about the worst of them.
///
/// [cairn.neb.curvature.VerifiedSearch] puts a complete check at the end of any path search.
///
/// [cairn.neb.curvature.VerifiedSearch] puts such a check at the end of any path search.
///
/// Units: Angstrom, eV; curvatures in eV/Angstrom^2, without masses.
package cairn.neb.curvature;
