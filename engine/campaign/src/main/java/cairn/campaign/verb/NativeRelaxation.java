package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.work.WorkResult;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.Parsed;
import cairn.codes.RelaxTask;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;

/// A relaxation that the code runs by itself.
record NativeRelaxation(CalculationId id, Setup setup, Code.NativeRelax code, RelaxTask task) implements Calculation {
    @Override
    public Resources resources() {
        return setup.resources();
    }

    @Override
    public Rendered render() {
        Deck deck = code.render(task);
        return new Rendered(
                deck.files(),
                deck.command(),
                deck.outputs(),
                List.of(),
                setup.code().fingerprint(task.structure()));
    }

    @Override
    public Outcome collect(Path directory) {
        return switch (code.parse(task, directory)) {
            case Parsed.Relaxed(Structure structure, Evaluation evaluation, int evaluations, String version) ->
                new Outcome.Done(WorkResult.single(structure, evaluation, evaluations, version));
            case Parsed.Incomplete(String why) -> new Outcome.Incomplete(why);
            case Parsed.Failed(CodeError error) ->
                new Outcome.Failed(new Failure(error.signature(), error.message(), error.advice()));
        };
    }
}
