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
import java.util.stream.Collectors;

/// `cairn status`: a line for each step.
final class StatusText {
    private StatusText() {}

    static Exit tell(Prepared prepared, CampaignView view, Console console) {
        if (console.format() == Console.Format.JSON) {
            console.say(ReportFolder.results(prepared, view).toPrettyString());
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

    private static String counts(CampaignView view) {
        Map<String, Long> counts = view.steps().stream()
                .collect(Collectors.groupingBy(step -> step.standing().word(), Collectors.counting()));
        return List.of("done", "running", "waiting", "failed", "blocked").stream()
                .filter(counts::containsKey)
                .map(word -> counts.get(word) + " " + word)
                .collect(Collectors.joining(", "));
    }

    static String detail(StepView step, List<StepId> uses, CampaignView view) {
        return switch (step.standing()) {
            case StepStanding.Done() ->
                step.result().map(result -> Findings.inShort(result.result())).orElse("");
            case StepStanding.Active() -> step.calculations().isEmpty() ? "ready to start" : jobs(step);
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

    private static String jobs(StepView step) {
        return step.calculations().stream().map(StatusText::job).collect(Collectors.joining("; "));
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
