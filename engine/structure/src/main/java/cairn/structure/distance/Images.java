package cairn.structure.distance;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// Every image of every atom that is within reach of some point of the cell.
final class Images {
    private final List<double[]> positions;

    private Images(List<double[]> positions) {
        this.positions = positions;
    }

    static Images within(double reachAng, Structure structure) {
        Cell cell = structure.cell();
        List<double[]> positions = new ArrayList<>();
        for (int atom = 0; atom < structure.count(); atom++) {
            Fraction home = structure.fraction(atom).wrapped();
            for (int a : shifts(home.a(), reachAng / cell.height(0))) {
                for (int b : shifts(home.b(), reachAng / cell.height(1))) {
                    for (int c : shifts(home.c(), reachAng / cell.height(2))) {
                        positions.add(cell.cartesian(home.a() + a, home.b() + b, home.c() + c));
                    }
                }
            }
        }
        return new Images(positions);
    }

    /// Whole numbers by which a fraction can be shifted and stay within the margin of [0, 1].
    private static int[] shifts(double fraction, double margin) {
        int first = (int) Math.ceil(-margin - fraction);
        int last = (int) Math.floor(1 + margin - fraction);
        int[] shifts = new int[last - first + 1];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = first + i;
        }
        return shifts;
    }

    List<double[]> positions() {
        return positions;
    }

    /// Those within a distance of a place.
    List<double[]> around(double[] place, double reachAng) {
        return positions.stream()
                .filter(position -> squared(position, place) <= reachAng * reachAng)
                .toList();
    }

    static double squared(double[] one, double[] other) {
        double x = other[0] - one[0];
        double y = other[1] - one[1];
        double z = other[2] - one[2];
        return x * x + y * y + z * z;
    }
}
