/// Dense linear algebra for Gaussian processes: products, Cholesky's factor, eigenvalues.
///
/// The entry type is [cairn.neb.algebra.Algebra], on [cairn.neb.algebra.Matrix]. A factorization is a
/// [cairn.neb.algebra.Cholesky] that solves, or the order at which positive definiteness ended. `JavaAlgebra` is plain
/// Java and always there; read `Product`, which does nearly all of its work, then `LowerTriangle` and `JavaCholesky`,
/// then `Tridiagonal` and `ImplicitQr` for eigenvalues.
///
/// Numbers have no unit here. Matrices lie row by row. Nothing that is given is changed; a [cairn.neb.algebra.Matrix]
/// takes over the array that it is made of.
package cairn.neb.algebra;
