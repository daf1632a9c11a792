/// A path search that learns the energy surface while it searches, so that few evaluations suffice.
///
/// [cairn.neb.surrogate.SurrogateSearch] is the entry. Each round fits a `Surrogate` to all that is known, relaxes the
/// band on it (`LearnedBand`), asks for the image that decides (`Choice`), and stops once the true forces on the
/// climbing image say so and nobody doubts that it is a saddle point of first order
/// ([cairn.neb.curvature.SaddleQuestion]) or that the path is not higher between two images (`Gaps`). Where learning
/// does not help, a plain [cairn.neb.PathSearch] begins from the first band.
///
/// The surrogate is a Gaussian process over energies and gradients, E(x) = m(x) + w . phi(x) + f(x):
///
/// - m, the prior mean: a second-moment potential with the contact distances of the endpoints (`PotentialPrior`), or a
///   physical [cairn.neb.surrogate.Prior] of a strength that is learned, where that is the likelier one (`Footing`);
/// - w . phi, a potential that is linear in its weights (`PotentialBasis`): pair splines (`PairSplines`), embedding,
/// and
///   products of multipoles of the densities around an atom (`Multipoles`, `RadialChannels`). It knows that atoms of
/// one
///   element are alike and that energy does not change when all is moved or turned, so one evaluation of a hundred
///   atoms teaches it a hundred environments;
/// - f, a process with a squared exponential kernel in Cartesian coordinates (`Residual`), for what no such potential
///   can say; exact at a cost that hardly depends on the number of atoms (`Span`).
///
/// `Example` is one known structure as the surrogate sees it, `Posterior` what all of them together say: mean, gradient
/// and variance. Read in this order: `Sites`, `Surroundings`, `PotentialBasis`, `Example`, `Residual`, `Told`,
/// `Posterior`, `Surrogate`, `Trust`, `Rested`, `LearnedBand`, `Choice`, `Gaps`, `Task`, `Progress`, `Prospect`,
/// `Outcome`, `SurrogateSearch`.
///
/// Units: Angstrom, eV, eV/Angstrom. Everything is a pure function of the evaluations given.
package cairn.neb.surrogate;
