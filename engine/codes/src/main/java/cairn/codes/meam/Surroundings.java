package cairn.codes.meam;

import java.util.Arrays;

/// The neighbours of all atoms within the true reach, nearest first (equal distances in the order of the
/// list): a function of the structure alone.
final class Surroundings {
    private final double reachSquared;

    /// The neighbours of atom i are the entries from `start[i]` up to `start[i + 1]`.
    int[] start = new int[1];

    /// The kind of each atom, in the sense of [MeamPotential].
    int[] ownKind = new int[0];

    /// Of each neighbour: its atom, the kind of it, and whether this is the one of a pair's two entries that counts.
    int[] atom = new int[0];

    int[] kind = new int[0];
    boolean[] forward = new boolean[0];

    /// From the atom to the neighbour, and its square; Angstrom.
    double[] x = new double[0];

    double[] y = new double[0];
    double[] z = new double[0];
    double[] squared = new double[0];

    private int[] order = new int[0];
    private double[] key = new double[0];

    Surroundings(double reach) {
        this.reachSquared = reach * reach;
    }

    /// The smallest distance between two atoms, images included, in Angstrom.
    double smallestDistance() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < start.length; i++) {
            if (start[i] < start[i + 1]) {
                smallest = Math.min(smallest, squared[start[i]]);
            }
        }
        return Math.sqrt(smallest);
    }

    /// @param positions x, y, z of all atoms, Angstrom
    void update(NeighbourList list, double[] positions, int[] kinds) {
        ensureRoom(list);
        ownKind = kinds;
        int count = 0;
        for (int i = 0; i + 1 < start.length; i++) {
            start[i] = count;
            count = sortedNeighbours(i, list, positions, count);
        }
        start[start.length - 1] = count;
    }

    private int sortedNeighbours(int i, NeighbourList list, double[] positions, int first) {
        int found = 0;
        for (int entry = list.start[i]; entry < list.start[i + 1]; entry++) {
            int j = 3 * list.atom[entry];
            double dx = positions[j] - positions[3 * i] + list.translation[3 * entry];
            double dy = positions[j + 1] - positions[3 * i + 1] + list.translation[3 * entry + 1];
            double dz = positions[j + 2] - positions[3 * i + 2] + list.translation[3 * entry + 2];
            double distance = dx * dx + dy * dy + dz * dz;
            if (distance < reachSquared) {
                insert(entry, distance, found++);
            }
        }
        for (int n = 0; n < found; n++) {
            place(first + n, order[n], i, list, positions);
        }
        return first + found;
    }

    private void insert(int entry, double distance, int count) {
        int slot = count;
        while (slot > 0 && key[slot - 1] > distance) {
            key[slot] = key[slot - 1];
            order[slot] = order[slot - 1];
            slot--;
        }
        key[slot] = distance;
        order[slot] = entry;
    }

    private void place(int slot, int entry, int i, NeighbourList list, double[] positions) {
        int j = list.atom[entry];
        atom[slot] = j;
        kind[slot] = ownKind[j];
        forward[slot] = list.forward[entry];
        x[slot] = positions[3 * j] - positions[3 * i] + list.translation[3 * entry];
        y[slot] = positions[3 * j + 1] - positions[3 * i + 1] + list.translation[3 * entry + 1];
        z[slot] = positions[3 * j + 2] - positions[3 * i + 2] + list.translation[3 * entry + 2];
        squared[slot] = x[slot] * x[slot] + y[slot] * y[slot] + z[slot] * z[slot];
    }

    private void ensureRoom(NeighbourList list) {
        if (start.length != list.start.length) {
            start = new int[list.start.length];
        }
        int entries = list.start[start.length - 1];
        if (atom.length < entries) {
            atom = new int[entries];
            kind = new int[entries];
            forward = new boolean[entries];
            x = new double[entries];
            y = new double[entries];
            z = new double[entries];
            squared = new double[entries];
        }
        int longest = list.longest();
        if (order.length < longest) {
            order = Arrays.copyOf(order, longest);
            key = Arrays.copyOf(key, longest);
        }
    }
}
