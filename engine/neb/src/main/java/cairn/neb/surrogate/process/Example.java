package cairn.neb.surrogate.process;

import java.util.Arrays;

/// One known structure as the surrogate sees it: where its free atoms are, what is left of energy (eV) and gradient
/// once the generic potential is taken off, the independent functions of the basis with their gradients, a row each,
/// and what a cheap calculation says beyond the generic potential.
///
/// Takes its arrays over, and lends them.
public final class Example {
    private final double[] place;
    private final double energy;
    private final double[] gradient;
    private final double[] functions;
    private final double[][] slopes;
    private final Value departure;

    public Example(
            double[] place, double energy, double[] gradient, double[] functions, double[][] slopes, Value departure) {
        this.place = place;
        this.energy = energy;
        this.gradient = gradient;
        this.functions = functions;
        this.slopes = slopes;
        this.departure = departure;
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

    /// The same without its departure, which is taken off as well, and counts as one more function in so many parts.
    public Example relativeToDeparture(double parts) {
        double[] left = Rows.difference(gradient, departure.gradient());
        double[] moreFunctions = Arrays.copyOf(functions, functions.length + 1);
        moreFunctions[functions.length] = parts * departure.energy();
        double[][] moreSlopes = Arrays.copyOf(slopes, slopes.length + 1);
        moreSlopes[slopes.length] = departure.times(parts).gradient();
        Value none = Value.zero(place.length);
        return new Example(place, energy - departure.energy(), left, moreFunctions, moreSlopes, none);
    }
}
