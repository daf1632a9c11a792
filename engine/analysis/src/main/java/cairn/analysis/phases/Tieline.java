package cairn.analysis.phases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The lower hull along the straight line between two compositions: the corners of a convex, piecewise linear curve.
///
/// In a system of two elements the corners are the stable phases. In one of more they are the compositions at which
/// the phases in equilibrium change.
public record Tieline(List<Corner> corners) {
    /// A corner must lie this much below the chord of its neighbours, eV per atom: rounding of the solver.
    private static final double FLAT = 1e-9;

    public Tieline {
        corners = List.copyOf(corners);
    }

    /// A place on the line, as the fraction of atoms that come from its far end, and what is there on the hull.
    public record Corner(double fraction, Decomposition decomposition) {}

    static Tieline of(
            LowerHull hull, double[] from, double[] to, Function<LowerHull.Mixture, Decomposition> decomposition) {
        return new Search(hull, from, to, decomposition).run();
    }

    /// Between two corners the deepest mixture below their chord is the next one; where none is deeper the curve is
    /// straight.
    private static final class Search {
        private final LowerHull hull;
        private final double[] from;
        private final double[] to;
        private final Function<LowerHull.Mixture, Decomposition> decomposition;

        private Search(
                LowerHull hull, double[] from, double[] to, Function<LowerHull.Mixture, Decomposition> decomposition) {
            this.hull = hull;
            this.from = from;
            this.to = to;
            this.decomposition = decomposition;
        }

        private Tieline run() {
            Corner first = new Corner(0, decomposition.apply(hull.at(from)));
            Corner last = new Corner(1, decomposition.apply(hull.at(to)));
            List<Corner> corners = new ArrayList<>(List.of(first));
            between(first, last, corners);
            corners.add(last);
            return new Tieline(corners);
        }

        private void between(Corner left, Corner right, List<Corner> found) {
            double slope = (height(right) - height(left)) / (right.fraction() - left.fraction());
            Corner corner = corner(hull.deepest(from, to, slope));
            double chord = height(left) + slope * (corner.fraction() - left.fraction());
            if (height(corner) < chord - FLAT) {
                between(left, corner, found);
                found.add(corner);
                between(corner, right, found);
            }
        }

        private static double height(Corner corner) {
            return corner.decomposition().formationEnergyEvPerAtom();
        }

        private Corner corner(LowerHull.OnTheWay deepest) {
            return new Corner(deepest.fraction(), decomposition.apply(deepest.mixture()));
        }
    }
}
