package cairn.neb.surrogate.process;

/// An energy and its gradient over the free atoms; takes the array over, and lends it.
public final class Value {
    private final double energy;
    private final double[] gradient;

    public Value(double energy, double[] gradient) {
        this.energy = energy;
        this.gradient = gradient;
    }

    public static Value zero(int dimension) {
        return new Value(0, new double[dimension]);
    }

    public Value times(double factor) {
        double[] scaled = gradient.clone();
        Rows.scale(factor, scaled);
        return new Value(factor * energy, scaled);
    }

    public Value minus(Value other) {
        return new Value(energy - other.energy, Rows.difference(gradient, other.gradient));
    }

    public double energy() {
        return energy;
    }

    public double[] gradient() {
        return gradient;
    }
}
