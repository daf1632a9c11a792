package cairn.campaign.yaml;

/// A mistake in what the user wrote: where, what, and what to do about it (empty if `what` says it all).
///
/// `code` names a rule of the physics lint, such as `E3`, and is empty for a mistake of form.
public record Problem(Location at, Severity severity, String code, String what, String advice) {
    /// Whether a campaign may start in spite of it.
    public enum Severity {
        BLOCK,
        WARN
    }

    public boolean blocks() {
        return severity == Severity.BLOCK;
    }

    /// One line: `workflow.yaml:12:7: unknown key 'fmx' in relax; did you mean 'fmax'?`.
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder().append(at).append(": ");
        line.append(blocks() ? "" : "warning: ").append(what);
        line.append(advice.isEmpty() ? "" : "; " + advice);
        line.append(code.isEmpty() ? "" : " [" + code + "]");
        return line.toString();
    }
}
