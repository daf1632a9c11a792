package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.structure.Structure;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// How a step goes on that needs one calculation on one structure.
final class OneStructure {
    private OneStructure() {}

    static Next next(
            StructureSource source,
            Setup setup,
            Results results,
            Function<Structure, Calculation> calculation,
            Function<ObjectNode, StepResult> result) {
        return switch (Sources.find(source, results)) {
            case Sources.Found.Missing(Failure failure) -> new Next.Failed(failure);
            case Sources.Found.There(Structure structure) ->
                objections(setup, structure).isEmpty()
                        ? next(results, calculation.apply(structure), result)
                        : new Next.Failed(refusal(setup, structure));
        };
    }

    /// Needs the calculation until its result is there.
    static Next next(Results results, Calculation calculation, Function<ObjectNode, StepResult> result) {
        return results.calculation(calculation.id())
                .<Next>map(found -> new Next.Done(result.apply(found)))
                .orElseGet(() -> new Next.Needs(List.of(calculation)));
    }

    private static List<String> objections(Setup setup, Structure structure) {
        return setup.code().objections(structure);
    }

    private static Failure refusal(Setup setup, Structure structure) {
        return new Failure(
                "code/objection",
                String.join(" ", objections(setup, structure)),
                "Choose another `code:` for this step, or another structure.");
    }
}
