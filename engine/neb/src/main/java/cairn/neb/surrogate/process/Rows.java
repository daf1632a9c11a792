package cairn.neb.surrogate.process;

/// Arithmetic on plain arrays.
public final class Rows {
    private Rows() {}

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// b += scale * a.
    public static void add(double scale, double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            b[i] += scale * a[i];
        }
    }

    public static void scale(double factor, double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    public static double[] difference(double[] a, double[] b) {
        double[] c = a.clone();
        add(-1, b, c);
        return c;
    }

    /// The largest Euclidean norm of three components that belong together.
    public static double largestAtomNorm(double[] v) {
        double largest = 0;
        for (int i = 0; i + 2 < v.length; i += 3) {
            largest = Math.max(largest, v[i] * v[i] + v[i + 1] * v[i + 1] + v[i + 2] * v[i + 2]);
        }
        return Math.sqrt(largest);
    }
}
