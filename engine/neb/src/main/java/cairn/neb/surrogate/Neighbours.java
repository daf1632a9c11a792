package cairn.neb.surrogate;

import cairn.structure.Cell;
import java.util.Arrays;

/// All pairs of atoms within a reach and a skin, periodic images included, each pair once (a half Verlet list), of
/// which at least one atom moves: good for all positions in which no atom is farther than half the skin from where it
/// was.
final class Neighbours {
    private final double[] origin;
    private final double allowedSquared;

    /// Pair k is of atoms `first[k]` and `second[k]`, the latter's image being shifted by `shift[3k..]`, Angstrom.
    int[] first = new int[256];

    int[] second = new int[256];
    double[] shift = new double[3 * 256];
    int count;

    private Neighbours(double[] origin, double skin) {
        this.origin = origin.clone();
        this.allowedSquared = skin * skin / 4;
    }

    static Neighbours of(Cell cell, double[] positions, boolean[] moving, double reach, double skin) {
        Neighbours neighbours = new Neighbours(positions, skin);
        neighbours.build(cell, moving, reach + skin);
        return neighbours;
    }

    boolean isGoodFor(double[] positions) {
        for (int i = 0; i < origin.length; i += 3) {
            double x = positions[i] - origin[i];
            double y = positions[i + 1] - origin[i + 1];
            double z = positions[i + 2] - origin[i + 2];
            if (x * x + y * y + z * z > allowedSquared) {
                return false;
            }
        }
        return true;
    }

    double distance(int pair, double[] positions) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = component(pair, axis, positions);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /// One component of the vector from the first atom to the second.
    double component(int pair, int axis, double[] positions) {
        return positions[3 * second[pair] + axis] - positions[3 * first[pair] + axis] + shift[3 * pair + axis];
    }

    private void build(Cell cell, boolean[] moving, double reach) {
        int atoms = origin.length / 3;
        double[] fractions = new double[origin.length];
        for (int i = 0; i < atoms; i++) {
            double[] fraction = cell.fractional(origin[3 * i], origin[3 * i + 1], origin[3 * i + 2]);
            System.arraycopy(fraction, 0, fractions, 3 * i, 3);
        }
        // An image n cells away along a lattice vector is near only if |fraction + n| is at most this.
        double[] planes = {reach / cell.height(0), reach / cell.height(1), reach / cell.height(2)};
        double[] rows = cell.toArray();
        for (int i = 0; i < atoms; i++) {
            for (int j = i; j < atoms; j++) {
                if (moving[i] || moving[j]) {
                    addImages(i, j, fractions, planes, rows, reach * reach);
                }
            }
        }
    }

    private void addImages(int i, int j, double[] fractions, double[] planes, double[] rows, double reachSquared) {
        double a = fractions[3 * j] - fractions[3 * i];
        double b = fractions[3 * j + 1] - fractions[3 * i + 1];
        double c = fractions[3 * j + 2] - fractions[3 * i + 2];
        for (int na = (int) Math.ceil(-planes[0] - a); na <= (int) Math.floor(planes[0] - a); na++) {
            for (int nb = (int) Math.ceil(-planes[1] - b); nb <= (int) Math.floor(planes[1] - b); nb++) {
                for (int nc = (int) Math.ceil(-planes[2] - c); nc <= (int) Math.floor(planes[2] - c); nc++) {
                    boolean once = i < j || na > 0 || (na == 0 && (nb > 0 || (nb == 0 && nc > 0)));
                    if (once) {
                        add(i, j, new int[] {na, nb, nc}, rows, reachSquared);
                    }
                }
            }
        }
    }

    private void add(int i, int j, int[] cells, double[] rows, double reachSquared) {
        ensureRoom();
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double translation = cells[0] * rows[axis] + cells[1] * rows[3 + axis] + cells[2] * rows[6 + axis];
            double d = origin[3 * j + axis] - origin[3 * i + axis] + translation;
            shift[3 * count + axis] = translation;
            squared += d * d;
        }
        if (squared <= reachSquared) {
            first[count] = i;
            second[count] = j;
            count++;
        }
    }

    private void ensureRoom() {
        if (count == first.length) {
            first = Arrays.copyOf(first, 2 * count);
            second = Arrays.copyOf(second, 2 * count);
            shift = Arrays.copyOf(shift, 6 * count);
        }
    }
}
