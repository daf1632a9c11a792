package cairn.neb.optimize;

import java.util.Arrays;
import java.util.List;

/// An immutable vector over all degrees of freedom; components 3i, 3i + 1 and 3i + 2 belong to atom i.
public final class Vector {
    private final double[] components;

    /// Takes the array over: whoever calls this must not keep it.
    private Vector(double[] components) {
        this.components = components;
    }

    public static Vector of(double... components) {
        return new Vector(components.clone());
    }

    public static Vector zero(int size) {
        return new Vector(new double[size]);
    }

    /// The parts one after another.
    public static Vector joined(List<Vector> parts) {
        return new Vector(parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.components))
                .toArray());
    }

    /// Components `from` (included) to `to` (excluded).
    public Vector slice(int from, int to) {
        return new Vector(Arrays.copyOfRange(components, from, to));
    }

    public int size() {
        return components.length;
    }

    public double get(int index) {
        return components[index];
    }

    public Vector plus(Vector other) {
        return plus(1, other);
    }

    public Vector minus(Vector other) {
        return plus(-1, other);
    }

    /// this + scale * other.
    public Vector plus(double scale, Vector other) {
        double[] sum = components.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scale * other.components[i];
        }
        return new Vector(sum);
    }

    public Vector times(double scale) {
        double[] product = components.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= scale;
        }
        return new Vector(product);
    }

    public double dot(Vector other) {
        double sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return sum;
    }

    public double norm() {
        return Math.sqrt(dot(this));
    }

    /// The vector of length one along this one.
    public Vector unit() {
        return times(1 / norm());
    }

    /// The largest absolute value of a component.
    public double largestComponent() {
        double largest = 0;
        for (double component : components) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    /// The largest Euclidean norm of the three components of one atom.
    public double largestAtomNorm() {
        double largest = 0;
        for (int i = 0; i + 2 < components.length; i += 3) {
            double x = components[i];
            double y = components[i + 1];
            double z = components[i + 2];
            largest = Math.max(largest, x * x + y * y + z * z);
        }
        return Math.sqrt(largest);
    }

    /// This vector, shortened as a whole so that no atom's part is longer than `longest`.
    public Vector limited(double longest) {
        double largest = largestAtomNorm();
        return largest > longest ? times(longest / largest) : this;
    }

    public double[] toArray() {
        return components.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "Vector" + Arrays.toString(components);
    }

    /// Without what its first so many atoms do together; what follows them, such as a cell, stays as it is.
    public Vector withoutTranslation(int atoms) {
        double[] parts = toArray();
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int atom = 0; atom < atoms; atom++) {
                mean += parts[3 * atom + axis] / atoms;
            }
            for (int atom = 0; atom < atoms; atom++) {
                parts[3 * atom + axis] -= mean;
            }
        }
        return of(parts);
    }
}
