/// Dense linear algebra for Gaussian processes: products, Cholesky's factor, eigenvalues.
///
/// The entry type is [cairn.neb.algebra.Algebra], on [cairn.neb.algebra.Matrix]. A factorization is a
/// [cairn.neb.algebra.Cholesky] that solves, or the order at which positive definiteness ended.
///
/// `JavaAlgebra` is plain Java and always there; read `Product`, which does nearly all of its work, then
/// `LowerTriangle` and `JavaCholesky`, then `Tridiagonal` and `ImplicitQr` for eigenvalues. `NativeAlgebra` is
/// OpenBLAS:
/// `Bundle` finds it for this `Platform`, `SharedLibraries` unpacks it, `Routine` binds what `OpenBlas` lists, and
/// `Crossing` says how arrays get there and back.
///
/// Numbers have no unit here. Matrices lie row by row. Nothing that is given is changed; a [cairn.neb.algebra.Matrix]
/// takes over the array that it is made of. For matrices of condition 1e4 both implementations give the same numbers
/// to 1e-10 of the greatest.
package cairn.neb.algebra;
