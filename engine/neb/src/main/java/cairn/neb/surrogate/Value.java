package cairn.neb.surrogate;

/// An energy and its gradient over the free atoms; takes the array over, and lends it.
final class Value {
    private final double energy;
    private final double[] gradient;

    Value(double energy, double[] gradient) {
        this.energy = energy;
        this.gradient = gradient;
    }

    double energy() {
        return energy;
    }

    double[] gradient() {
        return gradient;
    }
}
