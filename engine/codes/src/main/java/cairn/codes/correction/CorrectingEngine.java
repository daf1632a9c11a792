package cairn.codes.correction;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// An engine that, when the code fails in a way that other numerics may mend, opens the code anew with them and asks
/// again: in the same job, so that no turn in a queue and no evaluation is lost.
///
/// It stays with what helped. The answer counts as one of the settings that were asked for, since numerics change no
/// answer beyond the convergence of the SCF.
public final class CorrectingEngine implements ForceEngine {
    /// As many as the longest ladder has, twice: another error may come up on the way.
    static final int MOST_PER_STRUCTURE = 8;

    private final Treatment treatment;
    private final Function<ObjectNode, ForceEngine> opener;
    private ObjectNode settings;
    private ForceEngine engine;

    private CorrectingEngine(Treatment treatment, Function<ObjectNode, ForceEngine> opener) {
        this.treatment = treatment;
        this.opener = opener;
        this.settings = treatment.settings();
        this.engine = opener.apply(settings);
    }

    /// An engine whose code the opener opens with given settings.
    public static CorrectingEngine open(Treatment treatment, Function<ObjectNode, ForceEngine> opener) {
        return new CorrectingEngine(treatment, opener);
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        return evaluate(structure, "the structure");
    }

    /// As [#evaluate(Structure)]; `subject` says in a sentence which structure it is: "image 3".
    public Evaluation evaluate(Structure structure, String subject) {
        for (int corrections = 0; corrections < MOST_PER_STRUCTURE; corrections++) {
            try {
                return engine.evaluate(structure);
            } catch (EngineFailure failure) {
                change(failure, subject);
            }
        }
        try {
            return engine.evaluate(structure);
        } catch (EngineFailure failure) {
            throw inVain(failure);
        }
    }

    private void change(EngineFailure failure, String subject) {
        ObjectNode next =
                treatment.after(failure.error().signature(), settings, subject).orElseThrow(() -> inVain(failure));
        engine.close();
        settings = next;
        engine = opener.apply(settings);
    }

    /// The failure, with all that was tried in this job.
    private EngineFailure inVain(EngineFailure failure) {
        if (treatment.made().isEmpty()) {
            return failure;
        }
        CodeError error = failure.error();
        String tried = treatment.made().stream().map(Remedy::what).collect(Collectors.joining("; "));
        EngineFailure told = new EngineFailure(new CodeError(
                error.signature(),
                error.message().replaceFirst("\\.?$", ". Tried in vain: ") + tried + ".",
                error.advice()));
        told.initCause(failure);
        return told;
    }

    @Override
    public String version() {
        return engine.version();
    }

    @Override
    public void close() {
        engine.close();
    }
}
