package cairn.campaign.verb.gate;

import java.util.List;

/// What a convergence gate tries: cutoffs (eV) from low to high, distances of k-points (1/Angstrom) from coarse to
/// fine, and when the numbers are taken for converged.
///
/// @param rattle atoms are moved by so much first, Angstrom: at rest there is no force to converge
public record ConvergePlan(
        List<Double> cutoffsEv, List<Double> spacings, Tolerance tolerance, double rattle, long seed) {
    public ConvergePlan {
        cutoffsEv = List.copyOf(cutoffsEv);
        spacings = List.copyOf(spacings);
    }

    /// In eV per atom, eV/Angstrom (any component), and eV/Angstrom^3 (any component).
    public record Tolerance(double energyPerAtom, double force, double stress) {
        boolean holds(Deviation deviation) {
            return deviation.energyPerAtom() <= energyPerAtom
                    && deviation.force() <= force
                    && deviation.stress() <= stress;
        }
    }
}
