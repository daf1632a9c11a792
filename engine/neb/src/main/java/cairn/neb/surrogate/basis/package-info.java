/// A potential that is linear in its weights, and one to begin from.
///
/// The entry types are [cairn.neb.surrogate.basis.PotentialBasis] and [cairn.neb.surrogate.basis.PotentialPrior].
/// The functions are pair splines (`PairSplines`), embedding, and products of multipoles of the densities around
/// an atom (`Multipoles`, `RadialChannels`). Such a potential knows that atoms of one element are alike and that
/// energy does not change when all is moved or turned, so one evaluation of a hundred atoms teaches it a hundred
/// environments.
///
/// Read in this order: `Neighbours`, `Sites`, `Surroundings`, `PotentialBasis`, `BasisGradients`,
/// `LearnedPotential`, `PotentialPrior`. Units: Angstrom, eV.
package cairn.neb.surrogate.basis;
