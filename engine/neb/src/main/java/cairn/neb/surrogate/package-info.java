/// A path search that learns the energy surface while it searches, so that few evaluations suffice.
///
/// [cairn.neb.surrogate.SurrogateSearch] is the entry. Each round fits a `Surrogate` to all that is known,
/// relaxes the band on it (`LearnedBand`), asks for the image that decides (`Choice`), and stops once the true
/// forces on the climbing image say so and nobody doubts that it is a saddle point of first order
/// ([cairn.neb.curvature.SaddleQuestion]) or that the path is not higher between two images (`Gaps`). Where
/// learning does not help, a plain [cairn.neb.PathSearch] begins from the first band.
///
/// The surrogate is a Gaussian process over energies and gradients, E(x) = m(x) + w . phi(x) + f(x):
///
/// - m, the prior mean: a second-moment potential with the contact distances of the endpoints
///   ([cairn.neb.surrogate.basis.PotentialPrior]), or a physical [cairn.neb.surrogate.Prior] of a strength that
///   is learned, where that is the likelier one (`Footing`);
/// - w . phi, a potential that is linear in its weights ([cairn.neb.surrogate.basis.PotentialBasis]);
/// - f, a process in Cartesian coordinates for what no such potential can say (`cairn.neb.surrogate.process`).
///
/// Read in this order: `basis`, `process`, `Physics`, `Footing`, `Surrogate`, `Trust`, `Rested`, `LearnedBand`,
/// `Choice`, `Gaps`, `Task`, `Progress`, `Prospect`, `Outcome`, `SurrogateSearch`.
///
/// Units: Angstrom, eV, eV/Angstrom. Everything is a pure function of the evaluations given.
package cairn.neb.surrogate;
