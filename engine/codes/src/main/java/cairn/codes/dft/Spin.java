package cairn.codes.dft;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether the electrons' spin is resolved, and the moments that the SCF starts from.
public sealed interface Spin {
    record None() implements Spin {}

    /// Moments by element, in Bohr magnetons an atom; 0 for those not named.
    record Collinear(SortedMap<String, Double> moments) implements Spin {
        public Collinear {
            moments = Collections.unmodifiableSortedMap(new TreeMap<>(moments));
        }
    }

    default double moment(String element) {
        return switch (this) {
            case None _ -> 0;
            case Collinear(var moments) -> moments.getOrDefault(element, 0.0);
        };
    }

    default boolean isResolved() {
        return this instanceof Collinear;
    }
}
