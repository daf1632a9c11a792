package cairn.neb.surrogate;

/// An energy and its gradient over the free atoms; takes the array over, and lends it.
final class Value {
    private final double energy;
    private final double[] gradient;

    Value(double energy, double[] gradient) {
        this.energy = energy;
        this.gradient = gradient;
    }

    static Value zero(int dimension) {
        return new Value(0, new double[dimension]);
    }

    Value times(double factor) {
        double[] scaled = gradient.clone();
        Rows.scale(factor, scaled);
        return new Value(factor * energy, scaled);
    }

    Value minus(Value other) {
        return new Value(energy - other.energy, Rows.difference(gradient, other.gradient));
    }

    double energy() {
        return energy;
    }

    double[] gradient() {
        return gradient;
    }
}
