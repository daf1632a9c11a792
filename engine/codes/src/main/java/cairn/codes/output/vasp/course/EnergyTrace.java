package cairn.codes.output.vasp.course;

import java.util.Arrays;

/// The free energies (eV) of the steps so far; eight bytes for each.
public final class EnergyTrace {
    private static final int FIRST_ROOM = 64;

    private double[] energies = new double[FIRST_ROOM];
    private int count;

    public void add(double energy) {
        if (count == energies.length) {
            energies = Arrays.copyOf(energies, 2 * count);
        }
        energies[count++] = energy;
    }

    public int count() {
        return count;
    }

    /// By how much the energy changed with the last step; infinite before there are two.
    public double lastChange() {
        return count < 2 ? Double.POSITIVE_INFINITY : Math.abs(energies[count - 1] - energies[count - 2]);
    }

    /// The first step (counted from 1) whose energy differs from that of another file of the same run; 0 if none does.
    public int firstDifference(EnergyTrace other) {
        for (int step = 0; step < Math.min(count, other.count); step++) {
            if (!isSame(energies[step], other.energies[step])) {
                return step + 1;
            }
        }
        return 0;
    }

    /// OSZICAR prints eight digits, vasprun.xml and OUTCAR eight decimals.
    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= 2e-8 + 2e-7 * Math.abs(one);
    }

    public double energy(int step) {
        return energies[step - 1];
    }
}
