package cairn.codes.bands;

import cairn.structure.Cell;

/// Cells for what has none: a molecule, or a direction along which nothing repeats, gets so much room that no atom of
/// the band is nearer to an image of itself than to itself.
public final class Boxes {
    /// Beside twice the extent, Angstrom.
    private static final double ROOM = 20;
    private static final double NONE = 1e-6;

    private Boxes() {}

    /// @param rows the lattice vectors, some of which may be zero
    public static Cell cell(double[] rows, double[] positions) {
        double[] filled = rows.clone();
        double side = side(positions);
        for (int vector = 0; vector < 3; vector++) {
            if (length(filled, vector) < NONE) {
                fill(filled, vector, side);
            }
        }
        return Cell.of(filled);
    }

    /// Perpendicular to the other two, or along an axis where there are none.
    private static void fill(double[] rows, int vector, double side) {
        int next = (vector + 1) % 3;
        int other = (vector + 2) % 3;
        double[] normal = length(rows, next) < NONE || length(rows, other) < NONE
                ? new double[] {vector == 0 ? 1 : 0, vector == 1 ? 1 : 0, vector == 2 ? 1 : 0}
                : cross(rows, next, other);
        double norm = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        for (int axis = 0; axis < 3; axis++) {
            rows[3 * vector + axis] = side * normal[axis] / norm;
        }
    }

    /// The same for all images of a band, whose extents differ a little: a multiple of ten times the room.
    public static double side(double[] positions) {
        double extent = 0;
        for (double component : positions) {
            extent = Math.max(extent, Math.abs(component));
        }
        return 10 * ROOM * Math.ceil((2 * extent + ROOM) / (10 * ROOM));
    }

    private static double length(double[] rows, int vector) {
        int x = 3 * vector;
        return Math.sqrt(rows[x] * rows[x] + rows[x + 1] * rows[x + 1] + rows[x + 2] * rows[x + 2]);
    }

    private static double[] cross(double[] rows, int a, int b) {
        int i = 3 * a;
        int j = 3 * b;
        return new double[] {
            rows[i + 1] * rows[j + 2] - rows[i + 2] * rows[j + 1],
            rows[i + 2] * rows[j] - rows[i] * rows[j + 2],
            rows[i] * rows[j + 1] - rows[i + 1] * rows[j]
        };
    }
}
