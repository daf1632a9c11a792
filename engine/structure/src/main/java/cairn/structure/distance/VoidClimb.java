package cairn.structure.distance;

import java.util.List;

/// The way from a point up to the middle of the void around it, Cartesian, Angstrom.
final class VoidClimb {
    /// No climb from a point of the grid goes farther: its diagonal is shorter.
    static final double FARTHEST = 2 * VoidGrid.SPACING;

    /// How well the middle is found.
    private static final double EXACT = 1e-5;

    private final double[] place;
    private final double radius;
    private final List<double[]> atoms;

    private VoidClimb(double[] place, double radius, List<double[]> atoms) {
        this.place = place;
        this.radius = radius;
        this.atoms = atoms;
    }

    /// Steps to the neighbours in a cube, which is halved when none of them is better: the distance to the closest of
    /// several atoms has ridges, but no plateaus.
    static VoidClimb from(double[] start, VoidGrid grid) {
        List<double[]> all = grid.images().positions();
        List<double[]> near = grid.images().around(start, closest(start, all) + 2 * FARTHEST);
        VoidClimb here = new VoidClimb(start, closest(start, near), near);
        double step = VoidGrid.SPACING / 2;
        while (step > EXACT) {
            VoidClimb next = here.bestAround(step, start);
            step = next == here ? step / 2 : step;
            here = next;
        }
        return here;
    }

    double[] place() {
        return place.clone();
    }

    /// The distance from the place to the closest atom.
    double radius() {
        return radius;
    }

    private VoidClimb bestAround(double step, double[] start) {
        VoidClimb best = this;
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                for (int z = -1; z <= 1; z++) {
                    double[] there = {place[0] + step * x, place[1] + step * y, place[2] + step * z};
                    double far = closest(there, atoms);
                    boolean isBetter = far > best.radius && Images.squared(start, there) <= FARTHEST * FARTHEST;
                    best = isBetter ? new VoidClimb(there, far, atoms) : best;
                }
            }
        }
        return best;
    }

    private static double closest(double[] place, List<double[]> atoms) {
        double closest = Double.POSITIVE_INFINITY;
        for (double[] atom : atoms) {
            closest = Math.min(closest, Images.squared(place, atom));
        }
        return Math.sqrt(closest);
    }
}
