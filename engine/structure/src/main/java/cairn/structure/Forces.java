package cairn.structure;

import java.util.Arrays;

/// Forces on all atoms, in eV/Angstrom.
public final class Forces {
    private final double[] components;

    private Forces(double[] components) {
        this.components = Vectors.checked(components, "forces");
    }

    /// Forces from x, y, z of atom 0, then of atom 1, and so on.
    public static Forces of(double... components) {
        return new Forces(components);
    }

    public int count() {
        return components.length / 3;
    }

    public double x(int atom) {
        return components[3 * atom];
    }

    public double y(int atom) {
        return components[3 * atom + 1];
    }

    public double z(int atom) {
        return components[3 * atom + 2];
    }

    /// The largest per-atom norm.
    public double fmax() {
        return fmax(Constraints.none());
    }

    /// The largest per-atom norm over the atoms that are not held fixed; 0 if all are.
    public double fmax(Constraints constraints) {
        double largest = 0;
        for (int atom = 0; atom < count(); atom++) {
            double squared = x(atom) * x(atom) + y(atom) * y(atom) + z(atom) * z(atom);
            largest = constraints.isFixed(atom) ? largest : Math.max(largest, squared);
        }
        return Math.sqrt(largest);
    }

    /// A copy of all components: x, y, z of atom 0, then of atom 1, and so on.
    public double[] toArray() {
        return components.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Forces that && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "Forces" + Arrays.toString(components);
    }
}
