package cairn.cli.campaign;

import cairn.campaign.calculation.CalculationState;
import cairn.campaign.frontier.StepStanding;
import cairn.campaign.plan.PlannedStep;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// `cairn status`: a line for each step.
final class StatusText {
    /// Calculations of one step that are named one by one.
    private static final int MOST_NAMED = 3;

    private StatusText() {}

    static Exit tell(Prepared prepared, CampaignView view, Console console) {
        if (console.format() == Console.Format.JSON) {
            console.say(json(prepared, view).toPrettyString());
            return Exit.DONE;
        }
        console.say(prepared.plan().name() + ": " + counts(view));
        Map<StepId, List<StepId>> uses =
                prepared.plan().planned().stream().collect(Collectors.toMap(PlannedStep::id, PlannedStep::uses));
        int width = view.steps().stream()
                .mapToInt(step -> step.id().value().length())
                .max()
                .orElse(0);
        String line = "  %-" + width + "s  %-6s  %-8s %s";
        for (StepView step : view.steps()) {
            String detail = detail(step, uses.getOrDefault(step.id(), List.of()), view);
            console.say(String.format(
                            Locale.ROOT,
                            line,
                            step.id(),
                            step.kind(),
                            step.standing().word(),
                            detail)
                    .stripTrailing());
        }
        return Exit.DONE;
    }

    /// As results.json, and what the running steps know so far.
    private static ObjectNode json(Prepared prepared, CampaignView view) {
        ObjectNode json = ReportFolder.results(prepared, view);
        for (StepView step : view.steps()) {
            step.progress()
                    .ifPresent(progress -> json.withObject("steps")
                            .withObject(step.id().value())
                            .set("progress", progress));
        }
        return json;
    }

    private static String counts(CampaignView view) {
        Map<String, Long> counts = view.steps().stream()
                .collect(Collectors.groupingBy(step -> step.standing().word(), Collectors.counting()));
        return List.of("done", "running", "waiting", "failed", "blocked").stream()
                .filter(counts::containsKey)
                .map(word -> counts.get(word) + " " + word)
                .collect(Collectors.joining(", "));
    }

    static String detail(StepView step, List<StepId> uses, CampaignView view) {
        return Stream.of(standing(step, uses, view), corrections(step))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// What was changed of how it is computed, if anything; `cairn why` tells all of it.
    private static String corrections(StepView step) {
        List<String> changes = Stream.concat(
                        step.amendments().stream()
                                .map(amendment ->
                                        "physics: " + amendment.remedy().what()),
                        step.calculations().stream()
                                .flatMap(calculation -> calculation.corrections().stream())
                                .map(remedy -> "numerics: " + remedy.what()))
                .distinct()
                .toList();
        return changes.size() <= MOST_NAMED ? String.join("; ", changes) : changes.size() + " corrections (cairn why)";
    }

    private static String standing(StepView step, List<StepId> uses, CampaignView view) {
        return switch (step.standing()) {
            case StepStanding.Done() ->
                step.result().map(result -> Findings.inShort(result.result())).orElse("");
            case StepStanding.Active() -> active(step);
            case StepStanding.Waiting() -> "waits for " + open(uses, view);
            case StepStanding.Failed(var failure) -> failure.message() + " " + failure.advice();
            case StepStanding.Blocked(var by) -> "cannot run: " + by + " failed";
        };
    }

    private static String open(List<StepId> uses, CampaignView view) {
        Map<StepId, StepStanding> standings =
                view.steps().stream().collect(Collectors.toMap(StepView::id, StepView::standing));
        return uses.stream()
                .filter(id -> !(standings.get(id) instanceof StepStanding.Done))
                .map(StepId::value)
                .collect(Collectors.joining(", "));
    }

    private static String active(StepView step) {
        String jobs = step.calculations().isEmpty() ? "ready to start" : jobs(step);
        return step.progress()
                .map(SoFar::inShort)
                .map(known -> known + "; " + jobs)
                .orElse(jobs);
    }

    /// Each by name, or of many only how many there are of a kind.
    private static String jobs(StepView step) {
        if (step.calculations().size() <= MOST_NAMED) {
            return step.calculations().stream().map(StatusText::job).collect(Collectors.joining("; "));
        }
        Map<String, Long> counts = step.calculations().stream()
                .collect(Collectors.groupingBy(
                        calculation -> calculation.state().word(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ", "jobs: ", ""));
    }

    private static String job(CalculationView calculation) {
        String name = calculation.id().name();
        return switch (calculation.state()) {
            case CalculationState.Queued(var _, var _, var job) -> name + ": job " + job + " queued";
            case CalculationState.Running(var _, var _, var job) -> name + ": job " + job + " running";
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Submitting _,
                    CalculationState.Ended _,
                    CalculationState.Done _,
                    CalculationState.Failed _ -> name + " " + lastOf(calculation);
        };
    }

    private static String lastOf(CalculationView calculation) {
        String word = calculation.state().word();
        return calculation.history().stream()
                .reduce((_, later) -> later)
                .map(Line::text)
                .filter(last -> !last.equals(word))
                .map(last -> word + " (" + last + ")")
                .orElse(word);
    }
}
