package cairn.neb.surrogate.process;

/// The covariances of the residual's energy at one more place with all that is known: with the energies and the
/// gradients along the span; and across it, where with each known place it is a factor times the same vector.
final class Cross {
    private final double[] inside;
    private final double[] across;
    private final double[] factors;

    Cross(double[] inside, double[] across, double[] factors) {
        this.inside = inside;
        this.across = across;
        this.factors = factors;
    }

    double[] inside() {
        return inside;
    }

    double[] across() {
        return across;
    }

    double[] factors() {
        return factors;
    }
}
