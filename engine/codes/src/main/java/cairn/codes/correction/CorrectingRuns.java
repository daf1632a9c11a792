package cairn.codes.correction;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.NativeRuns;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// The runs of a code that carries a task out by itself, with the numerics that their errors call for: what
/// [CorrectingEngine] is to an engine. One job has one; whoever watches the runs asks it after each that failed.
public final class CorrectingRuns {
    private final String code;
    private final Treatment treatment;
    private final Function<ObjectNode, Code> with;
    private ObjectNode settings;

    private CorrectingRuns(String code, Treatment treatment, Function<ObjectNode, Code> with) {
        this.code = code;
        this.treatment = treatment;
        this.with = with;
        this.settings = treatment.settings();
    }

    /// For the code of a name, which the function makes of its settings.
    public static CorrectingRuns of(String code, Treatment treatment, Function<ObjectNode, Code> with) {
        return new CorrectingRuns(code, treatment, with);
    }

    /// What to begin with: all that earlier attempts have corrected.
    public NativeRuns first() {
        return runs();
    }

    /// What to go on with after a run that ended with this error; empty if nothing is left to try.
    public Optional<NativeRuns> after(CodeError error) {
        return treatment
                .after(Handlers.signature(code, error.signature()), settings, "the run")
                .map(next -> {
                    settings = next;
                    return runs();
                });
    }

    private NativeRuns runs() {
        return with.apply(settings).nativeRuns().orElseThrow();
    }
}
