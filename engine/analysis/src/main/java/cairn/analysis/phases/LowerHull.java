package cairn.analysis.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;

/// The lower convex hull of points over a simplex, asked by linear programs: no facet is ever made, so the number of
/// elements does not matter.
///
/// A point is a row of fractions that add up to 1, and a height. The hull at a place is the lowest mixture of points
/// that makes it: minimise sum w_j h_j with sum w_j f_j = place, w >= 0 (Akbarzadeh, Ozolins, Wolverton, Adv. Mater.
/// 19, 3233 (2007), where the height is a free energy).
final class LowerHull {
    /// A share smaller than this is the rounding of the solver.
    private static final double NO_SHARE = 1e-9;

    /// Heights are some eV; a pivot that gains less does not matter to anyone.
    private static final double OPTIMALITY = 1e-11;

    /// Rounding in the solver's table, in units in the last place.
    private static final int ULPS = 10;

    /// Entries of the solver's table below this are zero.
    private static final double CUT_OFF = 1e-12;

    private final double[][] fractions;
    private final double[] heights;

    LowerHull(double[][] fractions, double[] heights) {
        this.fractions = fractions;
        this.heights = heights;
    }

    /// The shares of the points in the lowest mixture at a place, those that have none left out.
    record Mixture(List<Part> parts, double height) {
        record Part(int point, double share) {}
    }

    /// The lowest mixture at a place.
    Mixture at(double... place) {
        return mixture(solve(heights, (element, row) -> row, place));
    }

    /// A mixture on the way from one place to another: 0 at the first, 1 at the second.
    record OnTheWay(double fraction, Mixture mixture) {}

    /// The mixture that lies deepest below a slope on the way from one place to another.
    ///
    /// How far it is on that way is one more variable z of the program: minimise sum w_j h_j - slope z with
    /// sum w_j f_j - z (to - from) = from.
    OnTheWay deepest(double[] from, double[] to, double slope) {
        double[] costs = Arrays.copyOf(heights, heights.length + 1);
        costs[heights.length] = -slope;
        double[] weights = solve(costs, (element, row) -> and(row, from[element] - to[element]), from);
        return new OnTheWay(weights[heights.length], mixture(weights));
    }

    private static double[] and(double[] row, double more) {
        double[] extended = Arrays.copyOf(row, row.length + 1);
        extended[row.length] = more;
        return extended;
    }

    private interface Row {
        double[] of(int element, double[] row);
    }

    private double[] solve(double[] costs, Row row, double[] place) {
        List<LinearConstraint> balance = new ArrayList<>(place.length);
        for (int element = 0; element < place.length; element++) {
            balance.add(new LinearConstraint(row.of(element, column(element)), Relationship.EQ, place[element]));
        }
        return new SimplexSolver(OPTIMALITY, ULPS, CUT_OFF)
                .optimize(
                        new LinearObjectiveFunction(costs, 0),
                        new LinearConstraintSet(balance),
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getPoint();
    }

    private double[] column(int element) {
        return Arrays.stream(fractions).mapToDouble(point -> point[element]).toArray();
    }

    private Mixture mixture(double[] weights) {
        List<Mixture.Part> parts = new ArrayList<>();
        double height = 0;
        for (int point = 0; point < heights.length; point++) {
            if (weights[point] > NO_SHARE) {
                parts.add(new Mixture.Part(point, weights[point]));
                height += weights[point] * heights[point];
            }
        }
        return new Mixture(parts, height);
    }
}
