package cairn.neb.surrogate.basis;

/// Uniform cubic B-splines of the distance between two atoms in units of their contact distance; all vanish smoothly at
/// [#LAST], and go on as straight lines before [#FIRST].
final class PairSplines {
    static final double FIRST = 0.55;
    static final double LAST = 1.95;
    static final double SPACING = 0.1;
    static final int COUNT = (int) Math.round((LAST - FIRST) / SPACING);

    /// Of the pair looked at last: the four splines that are not zero, from `start` on, and their slopes per Angstrom.
    final double[] value = new double[4];

    final double[] slope = new double[4];
    int start;

    /// Where spline m has its maximum, in contact distances.
    static double centre(int spline) {
        return FIRST + (spline - 1) * SPACING;
    }

    /// How many of the four there are: those that reach over the end are left out.
    int used() {
        return Math.min(4, COUNT - start);
    }

    void at(double distance, double contact) {
        double place = (distance / contact - FIRST) / SPACING;
        start = Math.max(0, (int) Math.floor(place));
        double before = Math.min(0, place - start);
        double x = Math.max(0, place - start);
        double y = 1 - x;
        value[0] = y * y * y / 6;
        value[1] = (3 * x * x * x - 6 * x * x + 4) / 6;
        value[2] = (-3 * x * x * x + 3 * x * x + 3 * x + 1) / 6;
        value[3] = x * x * x / 6;
        slope[0] = -y * y / 2;
        slope[1] = (3 * x * x - 4 * x) / 2;
        slope[2] = (-3 * x * x + 2 * x + 1) / 2;
        slope[3] = x * x / 2;
        for (int m = 0; m < 4; m++) {
            value[m] += before * slope[m];
            slope[m] /= SPACING * contact;
        }
    }
}
