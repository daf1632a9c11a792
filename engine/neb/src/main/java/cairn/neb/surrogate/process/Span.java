package cairn.neb.surrogate.process;

import cairn.neb.algebra.Matrix;
import java.util.ArrayList;
import java.util.List;

/// The space that differences between known places span, with an orthonormal basis.
///
/// A covariance that depends on the distance of two places only couples gradients along this space with one another
/// and with the energies; across it, each direction is a problem of its own, and they are all the same. That makes N
/// gradients in D dimensions a dense problem of order N(1 + r), r < N, and one of order N, instead of one of order
/// N(1 + D), and is exact.
final class Span {
    /// A direction counts as new if this part of it is outside the space known so far.
    private static final double NEW = 1e-7;

    private final int dimension;
    private final double[][] axes;

    private Span(int dimension, double[][] axes) {
        this.dimension = dimension;
        this.axes = axes;
    }

    static Span of(List<double[]> places) {
        List<double[]> axes = new ArrayList<>();
        for (double[] place : places.subList(1, places.size())) {
            double[] direction = Rows.difference(place, places.getFirst());
            double length = Math.sqrt(Rows.dot(direction, direction));
            // Twice is enough: Giraud, Langou, Rozloznik, Computers Math. Appl. 50, 1069 (2005).
            removeFrom(direction, axes);
            removeFrom(direction, axes);
            double left = Math.sqrt(Rows.dot(direction, direction));
            if (left > NEW * length) {
                double[] axis = new double[direction.length];
                Rows.add(1 / left, direction, axis);
                axes.add(axis);
            }
        }
        return new Span(places.getFirst().length, axes.toArray(new double[0][]));
    }

    private static void removeFrom(double[] direction, List<double[]> axes) {
        for (double[] axis : axes) {
            Rows.add(-Rows.dot(axis, direction), axis, direction);
        }
    }

    /// The basis, a row for each direction.
    Matrix axes() {
        double[] rows = new double[axes.length * dimension];
        for (int a = 0; a < axes.length; a++) {
            System.arraycopy(axes[a], 0, rows, a * dimension, dimension);
        }
        return Matrix.of(axes.length, dimension, rows);
    }

    int rank() {
        return axes.length;
    }

    /// The coordinates of a vector in the space.
    double[] inside(double[] vector) {
        double[] coordinates = new double[axes.length];
        for (int a = 0; a < axes.length; a++) {
            coordinates[a] = Rows.dot(axes[a], vector);
        }
        return coordinates;
    }

    /// What of a vector is outside the space, given its coordinates in it.
    double[] outside(double[] vector, double[] coordinates) {
        double[] rest = vector.clone();
        for (int a = 0; a < axes.length; a++) {
            Rows.add(-coordinates[a], axes[a], rest);
        }
        return rest;
    }

    /// Adds to `sum` the vector that has these coordinates, which begin at `from`.
    void addInside(double[] coordinates, int from, double[] sum) {
        for (int a = 0; a < axes.length; a++) {
            Rows.add(coordinates[from + a], axes[a], sum);
        }
    }
}
