package cairn.analysis.phases;

import cairn.structure.Composition;
import java.util.Objects;

/// A crystal that the literature knows: its composition, whether it is stable, and who says so.
public record KnownPhase(Composition composition, Standing standing, String source) {
    /// At low temperature, among the phases of its elements.
    public enum Standing {
        STABLE,
        METASTABLE,
        /// On the hull or within a few meV of it, as different authors have it.
        NEAR
    }

    public KnownPhase {
        Objects.requireNonNull(composition);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(source);
    }
}
