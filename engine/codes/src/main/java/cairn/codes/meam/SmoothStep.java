package cairn.codes.meam;

/// The smooth step s(x) = (1 - (1 - x)^4)^2 from 0 at x <= 0 to 1 at x >= 1, of the radial cutoff and of
/// the screening (G, chapter on the screening function).
final class SmoothStep {
    private SmoothStep() {}

    static double value(double x) {
        if (x >= 1) {
            return 1;
        }
        if (x <= 0) {
            return 0;
        }
        double square = (1 - x) * (1 - x);
        double root = 1 - square * square;
        return root * root;
    }

    /// d ln s / dx, for 0 < x < 1.
    static double logarithmicSlope(double x) {
        double cube = (1 - x) * (1 - x) * (1 - x);
        return 8 * cube / (1 - cube * (1 - x));
    }

    /// ds/dx.
    static double slope(double x) {
        if (x >= 1 || x <= 0) {
            return 0;
        }
        double cube = (1 - x) * (1 - x) * (1 - x);
        return 8 * cube * (1 - cube * (1 - x));
    }
}
