package cairn.neb.record;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The slopes of the cubic spline through all energies whose slopes are as given where they are known.
///
/// Where a slope m_i is not known, the curvature goes on smoothly there (de Boor, A Practical Guide to Splines, ch.
/// IV):
/// m_(i-1)/h_(i-1) + 2 m_i (1/h_(i-1) + 1/h_i) + m_(i+1)/h_i = 3 (d_(i-1)/h_(i-1) + d_i/h_i), with the intervals h and
/// the differences d_i = (E_(i+1) - E_i)/h_i. An end whose slope is not known is taken as level: endpoints are minima.
final class SplineSlopes {
    private SplineSlopes() {}

    /// An energy at a coordinate, and its slope if that is known.
    record Site(double coordinate, double energy, OptionalDouble slope) {}

    static double[] of(List<Site> sites) {
        int count = sites.size();
        double[] diagonal = new double[count];
        double[] below = new double[count];
        double[] above = new double[count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            boolean end = i == 0 || i == count - 1;
            if (end || sites.get(i).slope().isPresent()) {
                diagonal[i] = 1;
                right[i] = sites.get(i).slope().orElse(0);
            } else {
                double before = 1 / interval(sites, i - 1);
                double after = 1 / interval(sites, i);
                below[i] = before;
                diagonal[i] = 2 * (before + after);
                above[i] = after;
                right[i] = 3 * (difference(sites, i - 1) * before + difference(sites, i) * after);
            }
        }
        return solved(below, diagonal, above, right);
    }

    private static double interval(List<Site> sites, int left) {
        return sites.get(left + 1).coordinate() - sites.get(left).coordinate();
    }

    private static double difference(List<Site> sites, int left) {
        return (sites.get(left + 1).energy() - sites.get(left).energy()) / interval(sites, left);
    }

    /// The tridiagonal system, which is diagonally dominant, by elimination without pivots.
    private static double[] solved(double[] below, double[] diagonal, double[] above, double[] right) {
        double[] pivot = diagonal.clone();
        double[] solution = Arrays.copyOf(right, right.length);
        for (int i = 1; i < pivot.length; i++) {
            double factor = below[i] / pivot[i - 1];
            pivot[i] -= factor * above[i - 1];
            solution[i] -= factor * solution[i - 1];
        }
        for (int i = pivot.length - 1; i >= 0; i--) {
            double known = i + 1 < pivot.length ? above[i] * solution[i + 1] : 0;
            solution[i] = (solution[i] - known) / pivot[i];
        }
        return solution;
    }
}
