package cairn.codes.meam;

import cairn.structure.Cell;
import java.util.Arrays;

/// All neighbours, periodic images included, of all atoms within a reach and a skin (a Verlet list): good for
/// every structure with the same cell in which no atom has moved by more than half the skin.
///
/// Cells may be skewed, and smaller than the reach. The neighbours of an atom are ordered by atom, then by
/// image; the cut at the true reach is left to the user of the list, who so sees nothing of the skin.
final class NeighbourList {
    private final Cell cell;
    private final double[] positions;
    private final double reach;
    private final double allowedSquared;

    /// How far the reach goes along each lattice vector, counted in lattice planes.
    private final double[] planes;

    /// The neighbours of atom i are the entries from `start[i]` up to `start[i + 1]`.
    final int[] start;

    int[] atom = new int[256];

    /// The lattice translation of the neighbour's image, x, y, z of each entry, in Angstrom.
    double[] translation = new double[3 * 256];

    /// True for one of the two entries of each pair.
    boolean[] forward = new boolean[256];

    private NeighbourList(Cell cell, double[] positions, double reach, double skin) {
        this.cell = cell;
        this.positions = positions.clone();
        this.reach = reach + skin;
        this.allowedSquared = skin * skin / 4;
        this.planes = planes(cell, this.reach);
        this.start = new int[positions.length / 3 + 1];
        build();
    }

    /// @param positions x, y, z of all atoms, Angstrom
    static NeighbourList of(Cell cell, double[] positions, double reach, double skin) {
        return new NeighbourList(cell, positions, reach, skin);
    }

    /// The list of a structure without atoms.
    static NeighbourList none() {
        return new NeighbourList(Cell.orthorhombic(1, 1, 1), new double[0], 1, 0);
    }

    boolean isGoodFor(Cell other, double[] moved) {
        return moved.length == positions.length && other.equals(cell) && !hasMovedTooFar(moved);
    }

    int longest() {
        int longest = 0;
        for (int i = 0; i + 1 < start.length; i++) {
            longest = Math.max(longest, start[i + 1] - start[i]);
        }
        return longest;
    }

    private boolean hasMovedTooFar(double[] moved) {
        for (int i = 0; i < positions.length; i += 3) {
            double x = moved[i] - positions[i];
            double y = moved[i + 1] - positions[i + 1];
            double z = moved[i + 2] - positions[i + 2];
            if (x * x + y * y + z * z > allowedSquared) {
                return true;
            }
        }
        return false;
    }

    private void build() {
        int atoms = start.length - 1;
        double[] fractions = new double[positions.length];
        for (int i = 0; i < atoms; i++) {
            double[] fraction = cell.fractional(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]);
            System.arraycopy(fraction, 0, fractions, 3 * i, 3);
        }
        int count = 0;
        for (int i = 0; i < atoms; i++) {
            for (int j = 0; j < atoms; j++) {
                count = addImages(i, j, fractions, count);
            }
            start[i + 1] = count;
        }
    }

    /// Adds the images of j near i: image n along a lattice vector can be near only if |fraction + n| <= planes.
    private int addImages(int i, int j, double[] fractions, int count) {
        double a = fractions[3 * j] - fractions[3 * i];
        double b = fractions[3 * j + 1] - fractions[3 * i + 1];
        double c = fractions[3 * j + 2] - fractions[3 * i + 2];
        int lastA = last(a, 0);
        int lastB = last(b, 1);
        int lastC = last(c, 2);
        int total = count;
        for (int na = first(a, 0); na <= lastA; na++) {
            for (int nb = first(b, 1); nb <= lastB; nb++) {
                for (int nc = first(c, 2); nc <= lastC; nc++) {
                    total = addImage(i, j, na, nb, nc, total);
                }
            }
        }
        return total;
    }

    private int first(double fraction, int vector) {
        return (int) Math.ceil(-planes[vector] - fraction);
    }

    private int last(double fraction, int vector) {
        return (int) Math.floor(planes[vector] - fraction);
    }

    private int addImage(int i, int j, int na, int nb, int nc, int count) {
        boolean home = na == 0 && nb == 0 && nc == 0;
        if (i == j && home) {
            return count;
        }
        double squared = 0;
        ensureRoom(count);
        for (int axis = 0; axis < 3; axis++) {
            double shift = na * cell.component(0, axis) + nb * cell.component(1, axis) + nc * cell.component(2, axis);
            double difference = positions[3 * j + axis] - positions[3 * i + axis] + shift;
            translation[3 * count + axis] = shift;
            squared += difference * difference;
        }
        if (squared > reach * reach) {
            return count;
        }
        atom[count] = j;
        forward[count] = i < j || (i == j && isPositive(na, nb, nc));
        return count + 1;
    }

    private static boolean isPositive(int na, int nb, int nc) {
        return na > 0 || (na == 0 && (nb > 0 || (nb == 0 && nc > 0)));
    }

    private void ensureRoom(int count) {
        if (count < atom.length) {
            return;
        }
        atom = Arrays.copyOf(atom, 2 * count);
        forward = Arrays.copyOf(forward, 2 * count);
        translation = Arrays.copyOf(translation, 6 * count);
    }

    private static double[] planes(Cell cell, double reach) {
        double[] planes = new double[3];
        for (int vector = 0; vector < 3; vector++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double[] unit = new double[3];
                unit[axis] = 1;
                double component = cell.fractional(unit)[vector];
                squared += component * component;
            }
            planes[vector] = reach * Math.sqrt(squared);
        }
        return planes;
    }
}
