/// A path search that learns the energy surface while it searches, so that few evaluations suffice.
///
/// [cairn.neb.surrogate.SurrogateSearch] is the entry. Each round fits a `Surrogate` to all that is known, relaxes the
/// band on it (`LearnedBand`), asks for the image that decides (`Choice`), and stops once the true forces on the
/// climbing image say so. Where learning does not help, a plain [cairn.neb.PathSearch] begins from the first band.
///
/// The surrogate is a Gaussian process over energies and gradients, E(x) = m(x) + w . phi(x) + f(x):
///
/// - m, the prior mean: a second-moment potential with the contact distances of the endpoints (`PotentialPrior`), or a
///   physical [cairn.neb.surrogate.Prior];
/// - w . phi, a potential that is linear in its weights (`PotentialBasis`): pair splines (`PairSplines`), embedding,
/// and
///   products of multipoles of the densities around an atom (`Multipoles`, `RadialChannels`). It knows that atoms of
/// one
///   element are alike and that energy does not change when all is moved or turned, so one evaluation of a hundred
/// atoms
///   teaches it a hundred environments;
/// - f, a process with a squared exponential kernel in Cartesian coordinates (`Residual`), for what no such potential
///   can say; exact at a cost that hardly depends on the number of atoms (`Span`).
///
/// `Example` is one known structure as the surrogate sees it, `Posterior` what all of them together say: mean, gradient
/// and variance. Read in this order: `Sites`, `PotentialBasis`, `Example`, `Residual`, `Posterior`, `Surrogate`,
/// `Trust`, `Rested`, `LearnedBand`, `Choice`, `SurrogateSearch`.
///
/// Units: Angstrom, eV, eV/Angstrom. Everything is a pure function of the evaluations given.
package cairn.neb.surrogate;
