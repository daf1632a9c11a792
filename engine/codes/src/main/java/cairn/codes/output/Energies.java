package cairn.codes.output;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The energies (eV) that a code gives for one set of positions; which of them a code prints differs.
public record Energies(Map<Kind, Double> ev) {
    /// Which energy. Without smearing they are all the same.
    public enum Kind {
        /// E - TS, of which the forces are the gradient.
        FREE,
        /// E + TS/2: the limit of no smearing (VASP's sigma -> 0).
        SIGMA_ZERO,
        /// E without the entropy term.
        WITHOUT_ENTROPY
    }

    public Energies {
        if (!ev.containsKey(Kind.FREE)) {
            throw new IllegalArgumentException("the energy that belongs to the forces is missing: " + ev);
        }
        ev.forEach((kind, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the energy " + kind + " is not finite: " + value);
            }
        });
        ev = Collections.unmodifiableMap(new EnumMap<>(ev));
    }

    public static Energies free(double ev) {
        return new Energies(Map.of(Kind.FREE, ev));
    }

    /// The energy of which the forces are the gradient.
    public double free() {
        return of(Kind.FREE).orElseThrow();
    }

    public OptionalDouble of(Kind kind) {
        Double value = ev.get(kind);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
