package cairn.structure.band;

import cairn.structure.Structure;
import java.util.Objects;

/// Where an image stands.
public sealed interface RecordedPlace {
    /// All its atoms are known.
    record Atoms(Structure structure) implements RecordedPlace {
        public Atoms {
            Objects.requireNonNull(structure);
        }
    }

    /// Only how far along the path it is, Angstrom, as the program printed it.
    record Along(double coordinate) implements RecordedPlace {
        public Along {
            if (!Double.isFinite(coordinate)) {
                throw new IllegalArgumentException("a reaction coordinate must be finite, got " + coordinate);
            }
        }
    }
}
