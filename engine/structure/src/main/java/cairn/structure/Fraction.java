package cairn.structure;

/// A point in fractions of the three lattice vectors of some cell.
public record Fraction(double a, double b, double c) {
    public Fraction {
        if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c)) {
            throw new IllegalArgumentException("a fraction must be finite, got " + a + ", " + b + ", " + c);
        }
    }

    /// The same point modulo the lattice, each component in [0, 1).
    public Fraction wrapped() {
        return new Fraction(wrap(a), wrap(b), wrap(c));
    }

    static double wrap(double fraction) {
        double wrapped = fraction - Math.floor(fraction);
        // The difference rounds to 1 for a fraction just below zero.
        return wrapped < 1 ? wrapped : 0;
    }
}
