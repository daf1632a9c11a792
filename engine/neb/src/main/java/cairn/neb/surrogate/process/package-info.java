/// A Gaussian process over energies and gradients: functions that are linear in their weights, and a squared
/// exponential kernel in Cartesian coordinates (`Residual`), exact at a cost that hardly depends on the number of
/// atoms (`Span`).
///
/// [cairn.neb.surrogate.process.Example] is one known structure as the process sees it,
/// [cairn.neb.surrogate.process.Posterior] what all of them together say: mean, gradient and variance.
///
/// Read in this order: `Value`, `Example`, `Span`, `Residual`, `Told`, `Solved`, `Posterior`. Units: Angstrom,
/// eV.
package cairn.neb.surrogate.process;
