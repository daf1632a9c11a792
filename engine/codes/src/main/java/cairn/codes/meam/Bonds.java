package cairn.codes.meam;

import java.util.Arrays;

/// The pairs of atoms that interact, each once, and the atoms that partly screen them.
final class Bonds {
    int count;

    /// The atom it starts from, and the entry of its other atom in the [Surroundings].
    int[] from = new int[0];

    int[] entry = new int[0];

    /// w = S fc, and its derivative with respect to the bond's own length, 1/Angstrom.
    double[] weight = new double[0];

    double[] slope = new double[0];

    /// The atomic densities a_0 to a_3 of the first atom, then of the second, at the bond's length: eight a bond.
    double[] densities = new double[0];

    /// The screening atoms of bond b are the screens from `firstScreen[b]` up to `firstScreen[b + 1]`.
    int[] firstScreen = new int[1];

    /// The entry of the screening atom in the surroundings of the bond's first atom.
    int[] screen = new int[0];

    /// d ln S / d(r_ik^2) and d ln S / d(r_jk^2) of a bond ij screened by k, 1/Angstrom^2.
    double[] perFirst = new double[0];

    double[] perSecond = new double[0];

    /// Makes room for one more bond with this many screening atoms.
    void ensureRoom(int screens) {
        if (count >= from.length) {
            growBonds(2 * count + 64);
        }
        int needed = firstScreen[count] + screens;
        if (needed > screen.length) {
            growScreens(2 * needed);
        }
    }

    private void growBonds(int room) {
        from = Arrays.copyOf(from, room);
        entry = Arrays.copyOf(entry, room);
        weight = Arrays.copyOf(weight, room);
        slope = Arrays.copyOf(slope, room);
        densities = Arrays.copyOf(densities, 8 * room);
        firstScreen = Arrays.copyOf(firstScreen, room + 1);
    }

    private void growScreens(int room) {
        screen = Arrays.copyOf(screen, room);
        perFirst = Arrays.copyOf(perFirst, room);
        perSecond = Arrays.copyOf(perSecond, room);
    }
}
