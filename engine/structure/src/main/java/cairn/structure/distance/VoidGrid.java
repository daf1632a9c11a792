package cairn.structure.distance;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distance from each point of a grid over the cell to the closest atom.
final class VoidGrid {
    /// Between neighbours along a lattice vector, Angstrom. Voids of a condensed structure are wider than this apart.
    static final double SPACING = 0.35;

    /// A first guess for how far any point is from the closest atom, Angstrom; it is doubled until it is enough.
    private static final double REACH = 4;

    private final Cell cell;
    private final Images images;
    private final int[] points = new int[3];
    private final double[] distance;

    private VoidGrid(Structure structure, double reach) {
        this.cell = structure.cell();
        this.images = Images.within(reach, structure);
        for (int k = 0; k < 3; k++) {
            points[k] = Math.max(1, (int) Math.ceil(cell.length(k) / SPACING));
        }
        this.distance = new double[points[0] * points[1] * points[2]];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        images.positions().forEach(image -> mark(image, reach));
    }

    static VoidGrid over(Structure structure) {
        if (structure.count() == 0) {
            throw new IllegalArgumentException("a structure without atoms is all void");
        }
        double reach = REACH;
        VoidGrid grid = new VoidGrid(structure, reach);
        while (!grid.isWithin(reach)) {
            reach *= 2;
            grid = new VoidGrid(structure, reach);
        }
        return grid;
    }

    Cell cell() {
        return cell;
    }

    Images images() {
        return images;
    }

    /// With room for the climb that follows.
    private boolean isWithin(double reach) {
        return Arrays.stream(distance).max().orElseThrow() + VoidClimb.FARTHEST < reach;
    }

    private void mark(double[] image, double reach) {
        double[] fraction = cell.fractional(image);
        int[] first = new int[3];
        int[] last = new int[3];
        for (int k = 0; k < 3; k++) {
            double span = reach / cell.height(k);
            first[k] = Math.max(0, (int) Math.ceil((fraction[k] - span) * points[k]));
            last[k] = Math.min(points[k] - 1, (int) Math.floor((fraction[k] + span) * points[k]));
        }
        for (int a = first[0]; a <= last[0]; a++) {
            for (int b = first[1]; b <= last[1]; b++) {
                for (int c = first[2]; c <= last[2]; c++) {
                    int at = index(a, b, c);
                    double from = Math.sqrt(Images.squared(image, cell.cartesian(fraction(a, b, c))));
                    distance[at] = Math.min(distance[at], from);
                }
            }
        }
    }

    private int index(int a, int b, int c) {
        return (a * points[1] + b) * points[2] + c;
    }

    private Fraction fraction(int a, int b, int c) {
        return new Fraction((double) a / points[0], (double) b / points[1], (double) c / points[2]);
    }

    /// The points from which no neighbour leads up, and near which the largest void may be.
    List<Fraction> summits() {
        double farthest = Arrays.stream(distance).max().orElseThrow();
        List<Fraction> summits = new ArrayList<>();
        for (int a = 0; a < points[0]; a++) {
            for (int b = 0; b < points[1]; b++) {
                for (int c = 0; c < points[2]; c++) {
                    if (distance[index(a, b, c)] + VoidClimb.FARTHEST > farthest && isSummit(a, b, c)) {
                        summits.add(fraction(a, b, c));
                    }
                }
            }
        }
        return summits;
    }

    private boolean isSummit(int a, int b, int c) {
        double here = distance[index(a, b, c)];
        for (int i = a - 1; i <= a + 1; i++) {
            for (int j = b - 1; j <= b + 1; j++) {
                for (int k = c - 1; k <= c + 1; k++) {
                    int at = index(
                            Math.floorMod(i, points[0]), Math.floorMod(j, points[1]), Math.floorMod(k, points[2]));
                    if (distance[at] > here) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
