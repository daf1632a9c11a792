package cairn.neb.surrogate.process;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// All that examples tell, Z = (Phi, y): a column for each function, less its value at the first example; one for a
/// constant; and one for the energies, less the lowest, with their gradients.
///
/// As in [Residual], it is split by the [Span] of the places into N energies and then N times r coordinates along it,
/// and N gradients across it.
public final class Told {
    /// The value of the function that stands for an unknown zero of energy, eV: large against all energies.
    static final double CONSTANT = 10;

    private final List<Example> examples;
    private final Span span;
    /// The functions that differ from zero somewhere. Of the others nothing is told.
    private final int[] heard;
    private final int columns;
    private final int dimension;
    private final double[] inside;
    private final double[] outside;

    private Told(List<Example> examples) {
        this.examples = examples;
        this.span = Span.of(examples.stream().map(Example::place).toList());
        this.heard = IntStream.range(0, examples.getFirst().functions().length)
                .filter(f -> examples.stream().anyMatch(example -> isHeard(example, f)))
                .toArray();
        this.columns = heard.length + 2;
        this.dimension = examples.getFirst().place().length;
        this.inside = new double[examples.size() * (1 + span.rank()) * columns];
        this.outside = new double[Math.multiplyExact(examples.size(), columns * dimension)];
    }

    private boolean isHeard(Example example, int f) {
        return example.functions()[f] != examples.getFirst().functions()[f]
                || Arrays.stream(example.slopes()[f]).anyMatch(slope -> slope != 0);
    }

    public static Told by(List<Example> examples, Algebra algebra) {
        Told told = new Told(examples);
        Matrix axes = told.span.axes();
        for (int k = 0; k < examples.size(); k++) {
            told.setValues(k);
            told.setGradients(k, axes, algebra);
        }
        return told;
    }

    private void setValues(int k) {
        double[] functions = heard(Rows.difference(examples.get(k).functions(), reference()));
        System.arraycopy(functions, 0, inside, k * columns, functions.length);
        inside[k * columns + columns - 2] = CONSTANT;
        inside[k * columns + columns - 1] = examples.get(k).energy() - lowest();
    }

    private void setGradients(int k, Matrix axes, Algebra algebra) {
        Matrix gradients = gradients(examples.get(k));
        Matrix along = algebra.product(gradients, axes.transposed());
        int first = examples.size() + k * span.rank();
        for (int a = 0; a < span.rank(); a++) {
            for (int f = 0; f < columns; f++) {
                inside[(first + a) * columns + f] = along.at(f, a);
            }
        }
        Matrix across = algebra.gemm(-1, along, axes, 1, gradients);
        System.arraycopy(across.entries(), 0, outside, k * columns * dimension, columns * dimension);
    }

    /// A row for each column of Z.
    private Matrix gradients(Example example) {
        double[] rows = new double[columns * dimension];
        for (int f = 0; f < columns - 2; f++) {
            System.arraycopy(example.slopes()[heard[f]], 0, rows, f * dimension, dimension);
        }
        System.arraycopy(example.gradient(), 0, rows, (columns - 1) * dimension, dimension);
        return Matrix.of(columns, dimension, rows);
    }

    /// Of a number for each function, those of the functions that are heard.
    double[] heard(double[] all) {
        return Arrays.stream(heard).mapToDouble(f -> all[f]).toArray();
    }

    /// A number for each function, zero where it is not heard.
    double[] ofAll(double[] ofHeard) {
        double[] all = new double[examples.getFirst().functions().length];
        for (int f = 0; f < heard.length; f++) {
            all[heard[f]] = ofHeard[f];
        }
        return all;
    }

    /// The energy that energies count from, eV.
    double lowest() {
        return examples.stream().mapToDouble(Example::energy).min().orElseThrow();
    }

    /// The values that functions count from.
    double[] reference() {
        return examples.getFirst().functions();
    }

    /// How many numbers there are.
    double count() {
        return examples.size() * (1.0 + dimension);
    }

    List<double[]> places() {
        return examples.stream().map(Example::place).toList();
    }

    Span span() {
        return span;
    }

    /// How many numbers tell of the scale of energies: the gradients of the two relaxed endpoints are zero by
    /// construction and do not.
    double informative() {
        return (examples.size() - 2) * (1.0 + dimension) + 2;
    }

    int columns() {
        return columns;
    }

    /// N (1 + r) rows.
    Matrix inside() {
        return Matrix.of(examples.size() * (1 + span.rank()), columns, inside);
    }

    /// N rows, in which column after column has a component for each degree of freedom.
    Matrix outside() {
        return Matrix.of(examples.size(), columns * dimension, outside);
    }
}
