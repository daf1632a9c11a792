/// Whether a saddle point is one: how many directions there are in which the energy falls.
///
/// [cairn.neb.curvature.SaddleCheck] is the entry, a state that says what it wants evaluated and, given it, becomes the
/// next. `Lanczos` builds the small matrix whose lowest eigenvalues are those of the Hessian, `Motions` says in what
/// space, and a [cairn.neb.curvature.Mode] is what comes out.
///
/// [cairn.neb.curvature.VerifiedSearch] puts such a check at the end of any path search.
///
/// Units: Angstrom, eV; curvatures in eV/Angstrom^2, without masses.
package cairn.neb.curvature;
