package cairn.neb.surrogate.basis;

import cairn.structure.Cell;
import java.util.Arrays;

/// All pairs of atoms within their reach and a skin, periodic images included, each pair once (a half Verlet list):
/// good for all positions in which no atom is farther than half the skin from where it was.
final class Neighbours {
    private final double[] origin;
    private final double allowedSquared;

    /// Pair k is of atoms `first[k]` and `second[k]`, the latter's image being shifted by `shift[3k..]`, Angstrom.
    int[] first = new int[256];

    int[] second = new int[256];
    double[] shift = new double[3 * 256];
    int count;

    /// How far two atoms reach for each other, Angstrom; less than nothing if they are not wanted.
    interface Reach {
        double between(int one, int other);
    }

    private Neighbours(double[] origin, double skin) {
        this.origin = origin.clone();
        this.allowedSquared = skin * skin / 4;
    }

    static Neighbours of(Cell cell, double[] positions, Reach reach, double skin) {
        Neighbours neighbours = new Neighbours(positions, skin);
        neighbours.build(cell, reach, skin);
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

    private void build(Cell cell, Reach reach, double skin) {
        int atoms = origin.length / 3;
        double[] fractions = new double[origin.length];
        for (int i = 0; i < atoms; i++) {
            double[] fraction = cell.fractional(origin[3 * i], origin[3 * i + 1], origin[3 * i + 2]);
            System.arraycopy(fraction, 0, fractions, 3 * i, 3);
        }
        double[] heights = {cell.height(0), cell.height(1), cell.height(2)};
        double[] rows = cell.toArray();
        for (int i = 0; i < atoms; i++) {
            for (int j = i; j < atoms; j++) {
                double far = reach.between(i, j) + skin;
                if (far > skin) {
                    addImages(i, j, fractions, heights, rows, far);
                }
            }
        }
    }

    private void addImages(int i, int j, double[] fractions, double[] heights, double[] rows, double far) {
        // An image n cells away along a lattice vector is near only if |fraction + n| is at most this.
        double pa = far / heights[0];
        double pb = far / heights[1];
        double pc = far / heights[2];
        double a = fractions[3 * j] - fractions[3 * i];
        double b = fractions[3 * j + 1] - fractions[3 * i + 1];
        double c = fractions[3 * j + 2] - fractions[3 * i + 2];
        for (int na = (int) Math.ceil(-pa - a); na <= (int) Math.floor(pa - a); na++) {
            for (int nb = (int) Math.ceil(-pb - b); nb <= (int) Math.floor(pb - b); nb++) {
                for (int nc = (int) Math.ceil(-pc - c); nc <= (int) Math.floor(pc - c); nc++) {
                    boolean once = i < j || na > 0 || (na == 0 && (nb > 0 || (nb == 0 && nc > 0)));
                    if (once) {
                        add(i, j, na, nb, nc, rows, far * far);
                    }
                }
            }
        }
    }

    private void add(int i, int j, int na, int nb, int nc, double[] rows, double farSquared) {
        ensureRoom();
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double translation = na * rows[axis] + nb * rows[3 + axis] + nc * rows[6 + axis];
            double d = origin[3 * j + axis] - origin[3 * i + axis] + translation;
            shift[3 * count + axis] = translation;
            squared += d * d;
        }
        if (squared <= farSquared) {
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
