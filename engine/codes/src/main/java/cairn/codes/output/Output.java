package cairn.codes.output;

import java.util.List;

/// What one output file says.
///
/// `steps` counts the whole ionic steps in it, and `last` is the last of them; [OutputReader] hands out each.
public record Output(
        String code,
        String version,
        Verdict verdict,
        int steps,
        Last last,
        Fingerprint fingerprint,
        List<String> warnings,
        Cost cost) {
    public static final String UNKNOWN_VERSION = "unknown version";

    public Output {
        warnings = List.copyOf(warnings);
        if (steps < 0 || (steps == 0) != (last instanceof Last.None)) {
            throw new IllegalArgumentException(steps + " steps, but the last is " + last);
        }
    }

    /// The last whole step, if there is one.
    public sealed interface Last {
        record Of(Step step) implements Last {}

        record None() implements Last {}
    }
}
