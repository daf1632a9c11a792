package cairn.structure.band;

import java.util.Objects;

/// What the program itself said of its band.
public record CodeSays(Climbing climbing, Barrier barrier, Verdict verdict) {
    public CodeSays {
        Objects.requireNonNull(climbing);
        Objects.requireNonNull(barrier);
        Objects.requireNonNull(verdict);
    }

    public static CodeSays nothing() {
        return new CodeSays(new Climbing.Unsaid(), new Barrier.Unsaid(), new Verdict.Unsaid());
    }

    /// Which image climbed.
    public sealed interface Climbing {
        /// Counted from 0, the first endpoint.
        record Image(int index) implements Climbing {}

        /// The highest one, whichever that was.
        record Highest() implements Climbing {}

        record None() implements Climbing {}

        record Unsaid() implements Climbing {}
    }

    /// The barriers that the program printed, eV, and in which file.
    public sealed interface Barrier {
        record Printed(double forwardEv, double reverseEv, String file) implements Barrier {}

        record Unsaid() implements Barrier {}
    }

    /// Whether the program held its search for converged, in its words.
    public sealed interface Verdict {
        record Converged(String words) implements Verdict {}

        record NotConverged(String words) implements Verdict {}

        record Unsaid() implements Verdict {}
    }
}
