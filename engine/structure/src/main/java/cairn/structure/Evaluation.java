package cairn.structure;

import java.util.Objects;

/// What one calculation says of one structure: the energy, the forces, and perhaps the stress.
///
/// The energy is the one that the forces are the gradient of (the free energy, where there is smearing).
public record Evaluation(double energyEv, Forces forces, Stress stress) {
    public Evaluation {
        if (!Double.isFinite(energyEv)) {
            throw new IllegalArgumentException("an energy must be finite, got " + energyEv);
        }
        Objects.requireNonNull(forces);
        Objects.requireNonNull(stress);
    }
}
