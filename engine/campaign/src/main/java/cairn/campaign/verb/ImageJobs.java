package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.work.BandSearch;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.neb.Search;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// A band whose images are calculations of their own: each round of the search names those it wants, `round-3-1` and
/// so on, and the search is nothing but its replay from their results. So the plan grows while it runs, and a
/// campaign that was killed goes on where it was.
///
/// How far the last replay came is remembered, as a step is asked again after each image: it goes on from there if the
/// results of the round that brought it there are still the same. They answer questions that follow from all rounds
/// before, so nothing else needs to be compared, and a band is read once and not once per image.
final class ImageJobs {
    /// A search, with the results of its last round, and what they were told to be computed by so far.
    private record Position(
            WorkOrder.Band order,
            Search search,
            List<CalculationId> asked,
            List<ObjectNode> found,
            List<String> versions) {
        private static Position start(WorkOrder.Band order) {
            return new Position(order, BandSearch.startHere(order), List.of(), List.of(), List.of());
        }

        private boolean holds(WorkOrder.Band order, Results results) {
            return this.order.equals(order)
                    && all(asked, results).filter(found::equals).isPresent();
        }

        private Position after(List<CalculationId> asked, List<ObjectNode> found) {
            List<Evaluation> answers = found.stream()
                    .map(result -> EvaluationJson.read(result.required("evaluation")))
                    .toList();
            SortedSet<String> versions = new TreeSet<>(this.versions);
            found.forEach(result -> versions.add(result.required("code_version").stringValue()));
            return new Position(order, search.advance(answers), asked, found, List.copyOf(versions));
        }
    }

    private final StepId step;
    private final String prefix;
    private final Setup setup;
    private Optional<Position> last = Optional.empty();

    /// The names of the calculations begin with `prefix`.
    ImageJobs(StepId step, String prefix, Setup setup) {
        this.step = step;
        this.prefix = prefix;
        this.setup = setup;
    }

    Answer ask(WorkOrder.Band order, Results results) {
        try {
            return ask(order, replay(order, results));
        } catch (EngineFailure prior) {
            CodeError error = prior.error();
            return new Answer.Failed(new Failure(error.signature(), error.message(), error.advice()));
        }
    }

    private Answer ask(WorkOrder.Band order, Position position) {
        if (!BandSearch.isOver(order, position.search())) {
            return new Answer.Needs(wanted(position.search()));
        }
        ObjectNode found = BandSearch.found(order, position.search(), 0, String.join(", ", position.versions()));
        return switch (WorkCalculation.outcome(found, setup.physics())) {
            case Outcome.Done(ObjectNode band) -> new Answer.Found(band);
            case Outcome.Failed(var failure) -> new Answer.Failed(failure);
            case Outcome.Amendable(var failure, var _) -> new Answer.Failed(failure);
            case Outcome.OutOfTime(String why) -> throw new IllegalStateException("a search has no walltime: " + why);
            case Outcome.Incomplete(String why) ->
                throw new IllegalStateException("a search cannot be cut short: " + why);
        };
    }

    Optional<ObjectNode> progress(WorkOrder.Band order, Results results) {
        try {
            return Optional.of(replay(order, results).search())
                    .filter(search -> search.rounds() > 0)
                    .map(search -> BandSearch.progress(order, search, 0));
        } catch (EngineFailure _) {
            return Optional.empty();
        }
    }

    /// As far as the results go.
    private Position replay(WorkOrder.Band order, Results results) {
        Position position = last.filter(known -> known.holds(order, results)).orElseGet(() -> Position.start(order));
        while (!BandSearch.isOver(order, position.search())) {
            List<CalculationId> asked =
                    wanted(position.search()).stream().map(Calculation::id).toList();
            Optional<List<ObjectNode>> found = all(asked, results);
            if (found.isEmpty()) {
                break;
            }
            position = position.after(asked, found.get());
        }
        last = Optional.of(position);
        return position;
    }

    private static Optional<List<ObjectNode>> all(List<CalculationId> ids, Results results) {
        List<ObjectNode> found = new ArrayList<>();
        for (CalculationId id : ids) {
            Optional<ObjectNode> result = results.calculation(id);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            found.add(result.get());
        }
        return Optional.of(found);
    }

    private List<Calculation> wanted(Search search) {
        List<Calculation> calculations = new ArrayList<>();
        for (Structure structure : search.wanted()) {
            String name = prefix + "round-" + (search.rounds() + 1) + "-" + (calculations.size() + 1);
            calculations.add(new WorkCalculation(
                    new CalculationId(step, name),
                    setup,
                    new WorkOrder.Energy(setup.code().spec(), structure)));
        }
        return calculations;
    }
}
