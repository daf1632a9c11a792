package cairn.structure;

import java.util.Arrays;

/// Cartesian positions of all atoms, in Angstrom.
public final class Positions {
    private final double[] components;

    private Positions(double[] components) {
        this.components = Vectors.checked(components, "positions");
    }

    /// Positions from x, y, z of atom 0, then of atom 1, and so on.
    public static Positions of(double... components) {
        return new Positions(components);
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

    /// A copy of all components: x, y, z of atom 0, then of atom 1, and so on.
    public double[] toArray() {
        return components.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "Positions" + Arrays.toString(components);
    }
}
