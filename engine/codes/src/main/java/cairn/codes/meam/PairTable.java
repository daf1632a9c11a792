package cairn.codes.meam;

import java.util.function.DoubleUnaryOperator;

/// A pair function as a table of cubic polynomials, four coefficients an interval.
///
/// The table is part of the potential: its 1000 points up to 1.1 cutoffs, with slopes by five-point
/// differences, are those of LAMMPS and of the KIM model, so that energies agree to all digits.
final class PairTable {
    private static final int POINTS = 1000;
    private static final double EXCESS = 1.1;

    final double[] coefficients;
    final double inverseSpacing;

    private PairTable(double[] coefficients, double inverseSpacing) {
        this.coefficients = coefficients;
        this.inverseSpacing = inverseSpacing;
    }

    static PairTable of(DoubleUnaryOperator function, double cutoff) {
        double spacing = EXCESS * cutoff / POINTS;
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            values[i] = function.applyAsDouble(i * spacing);
        }
        return new PairTable(hermite(values, slopes(values)), 1 / spacing);
    }

    double value(double r) {
        int interval = interval(r);
        double p = r * inverseSpacing - interval;
        int c = 4 * interval;
        return ((coefficients[c + 3] * p + coefficients[c + 2]) * p + coefficients[c + 1]) * p + coefficients[c];
    }

    /// The derivative with respect to r.
    double slope(double r) {
        int interval = interval(r);
        double p = r * inverseSpacing - interval;
        int c = 4 * interval;
        return ((3 * coefficients[c + 3] * p + 2 * coefficients[c + 2]) * p + coefficients[c + 1]) * inverseSpacing;
    }

    private int interval(double r) {
        return Math.min((int) (r * inverseSpacing), POINTS - 2);
    }

    /// Differences per interval: five points inside, three next to the ends, two at zero, none at the far end.
    private static double[] slopes(double[] y) {
        int last = y.length - 1;
        double[] slopes = new double[y.length];
        slopes[0] = y[1] - y[0];
        slopes[1] = 0.5 * (y[2] - y[0]);
        slopes[last - 1] = 0.5 * (y[last] - y[last - 2]);
        for (int i = 2; i <= last - 2; i++) {
            slopes[i] = ((y[i - 2] - y[i + 2]) + 8 * (y[i + 1] - y[i - 1])) / 12;
        }
        return slopes;
    }

    private static double[] hermite(double[] y, double[] slopes) {
        double[] coefficients = new double[4 * (y.length - 1)];
        for (int i = 0; i < y.length - 1; i++) {
            double rise = y[i + 1] - y[i];
            coefficients[4 * i] = y[i];
            coefficients[4 * i + 1] = slopes[i];
            coefficients[4 * i + 2] = 3 * rise - 2 * slopes[i] - slopes[i + 1];
            coefficients[4 * i + 3] = slopes[i] + slopes[i + 1] - 2 * rise;
        }
        return coefficients;
    }
}
