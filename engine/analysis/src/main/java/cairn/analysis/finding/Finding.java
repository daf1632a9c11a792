package cairn.analysis.finding;

import java.util.Objects;

/// What an expert would object to in a result: the rule of the check list (E.. blocks, W.. warns), and a sentence that
/// names the two values that do not fit.
public record Finding(String rule, Severity severity, String what) {
    /// Whether the result may be used.
    public enum Severity {
        /// The number is wrong, or means something else.
        BLOCKS,
        /// The number is right, and easily taken for what it is not.
        WARNS
    }

    public Finding {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(what);
    }

    public static Finding blocks(String rule, String what) {
        return new Finding(rule, Severity.BLOCKS, what);
    }

    public static Finding warns(String rule, String what) {
        return new Finding(rule, Severity.WARNS, what);
    }
}
