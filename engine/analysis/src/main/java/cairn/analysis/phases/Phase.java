package cairn.analysis.phases;

import cairn.structure.Composition;
import java.util.Objects;

/// A crystal with its energy (eV, of all atoms of its composition), and how that was computed.
public record Phase(String name, Composition composition, double energyEv, Fingerprint fingerprint) {
    public Phase {
        Objects.requireNonNull(name);
        Objects.requireNonNull(fingerprint);
        if (composition.total() == 0) {
            throw new IllegalArgumentException(name + " has no atoms");
        }
        if (!Double.isFinite(energyEv)) {
            throw new IllegalArgumentException("the energy of " + name + " must be finite, got " + energyEv);
        }
    }

    public double energyPerAtomEv() {
        return energyEv / composition.total();
    }

    boolean isElement() {
        return composition.counts().size() == 1;
    }

    /// Its name and what it is, where the name does not say that itself.
    String words() {
        String formula = composition.reducedFormula();
        return name.equals(formula) ? name : name + " (" + formula + ")";
    }
}
