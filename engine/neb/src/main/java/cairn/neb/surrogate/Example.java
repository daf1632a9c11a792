package cairn.neb.surrogate;

/// One known structure as the surrogate sees it: where its free atoms are, what is left of energy (eV) and gradient
/// once
/// the prior mean is taken off, and the independent functions of the basis with their gradients, a row each.
///
/// Takes its arrays over, and lends them.
final class Example {
    private final double[] place;
    private final double energy;
    private final double[] gradient;
    private final double[] functions;
    private final double[][] slopes;

    Example(double[] place, double energy, double[] gradient, double[] functions, double[][] slopes) {
        this.place = place;
        this.energy = energy;
        this.gradient = gradient;
        this.functions = functions;
        this.slopes = slopes;
    }

    double[] place() {
        return place;
    }

    double energy() {
        return energy;
    }

    double[] gradient() {
        return gradient;
    }

    double[] functions() {
        return functions;
    }

    double[][] slopes() {
        return slopes;
    }
}
