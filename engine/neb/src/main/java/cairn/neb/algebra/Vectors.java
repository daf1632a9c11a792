package cairn.neb.algebra;

/// Loops along stretches of arrays.
final class Vectors {
    private Vectors() {}

    /// y += factor x.
    static void add(double factor, double[] x, int xStart, double[] y, int yStart, int length) {
        for (int i = 0; i < length; i++) {
            y[yStart + i] += factor * x[xStart + i];
        }
    }

    /// x . y, in four sums: one would wait for each addition before it begins the next.
    static double dot(double[] x, int xStart, double[] y, int yStart, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            first += x[xStart + i] * y[yStart + i];
            second += x[xStart + i + 1] * y[yStart + i + 1];
            third += x[xStart + i + 2] * y[yStart + i + 2];
            fourth += x[xStart + i + 3] * y[yStart + i + 3];
        }
        for (; i < length; i++) {
            first += x[xStart + i] * y[yStart + i];
        }
        return (first + second) + (third + fourth);
    }

    static void scale(double factor, double[] x, int start, int length) {
        for (int i = start; i < start + length; i++) {
            x[i] *= factor;
        }
    }
}
