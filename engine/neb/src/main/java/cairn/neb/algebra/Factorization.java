package cairn.neb.algebra;

/// What became of a Cholesky factorization.
public sealed interface Factorization permits Cholesky, Factorization.NotPositiveDefinite {
    /// The leading minor of this order, counted from one, is not positive (or no number).
    record NotPositiveDefinite(int order) implements Factorization {}
}
