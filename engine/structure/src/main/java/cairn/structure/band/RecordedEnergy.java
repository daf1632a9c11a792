package cairn.structure.band;

import java.util.OptionalDouble;

/// What is known of the energy of an image, eV.
public sealed interface RecordedEnergy {
    /// The energy that the forces are the gradient of: with smearing, the free energy.
    record Free(double ev) implements RecordedEnergy {
        public Free {
            requireFinite(ev);
        }
    }

    /// The free energy, and the one extrapolated to no smearing, which is no good for a force-consistent profile.
    record FreeAndSigmaZero(double freeEv, double sigmaZeroEv) implements RecordedEnergy {
        public FreeAndSigmaZero {
            requireFinite(freeEv);
            requireFinite(sigmaZeroEv);
        }
    }

    record Unknown() implements RecordedEnergy {}

    /// The energy that belongs to the forces, eV.
    default OptionalDouble free() {
        return switch (this) {
            case Free(double ev) -> OptionalDouble.of(ev);
            case FreeAndSigmaZero(double ev, double _) -> OptionalDouble.of(ev);
            case Unknown _ -> OptionalDouble.empty();
        };
    }

    private static void requireFinite(double ev) {
        if (!Double.isFinite(ev)) {
            throw new IllegalArgumentException("an energy must be finite, got " + ev);
        }
    }
}
