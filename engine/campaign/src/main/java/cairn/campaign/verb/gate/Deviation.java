package cairn.campaign.verb.gate;

import cairn.structure.Evaluation;
import cairn.structure.Stress;
import cairn.structure.Units;
import java.util.Locale;

/// By how much two evaluations of one structure differ: the energy per atom (eV), the largest component of a force
/// (eV/Angstrom), and of the stress (eV/Angstrom^3; 0 where a code gives none).
record Deviation(double energyPerAtom, double force, double stress) {
    static Deviation between(Evaluation one, Evaluation other) {
        int atoms = one.forces().count();
        return new Deviation(
                Math.abs(one.energyEv() - other.energyEv()) / atoms,
                largest(one.forces().toArray(), other.forces().toArray()),
                largest(components(one.stress()), components(other.stress())));
    }

    /// In words, with the units that users know.
    String words() {
        return String.format(
                Locale.ROOT,
                "%.3g meV/atom, %.3g eV/Angstrom and %.3g GPa",
                1e3 * energyPerAtom,
                force,
                Units.GPA_PER_EV_ANGSTROM3 * stress);
    }

    private static double largest(double[] one, double[] other) {
        double largest = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private static double[] components(Stress stress) {
        return switch (stress) {
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                new double[] {xx, yy, zz, yz, xz, xy};
            case Stress.NotGiven _ -> new double[0];
        };
    }
}
