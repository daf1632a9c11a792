package cairn.cli.campaign;

import cairn.campaign.plan.PlannedStep;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.campaign.yaml.NearestName;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `cairn why STEP`: how the step stands, and all that happened to its calculations.
final class WhyText {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WhyText() {}

    static Exit tell(Prepared prepared, CampaignView view, StepId id, Console console) {
        return step(view, id, console)
                .map(step -> tell(prepared, view, step, console))
                .orElse(Exit.WRONG);
    }

    /// The step of that name; if there is none, the user has been told.
    static Optional<StepView> step(CampaignView view, StepId id, Console console) {
        Optional<StepView> found =
                view.steps().stream().filter(step -> step.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            List<String> names =
                    view.steps().stream().map(step -> step.id().value()).toList();
            Installation.complain(console, "there is no step '" + id + "'", NearestName.advice(id.value(), names));
        }
        return found;
    }

    private static Exit tell(Prepared prepared, CampaignView view, StepView step, Console console) {
        List<StepId> uses = prepared.plan().planned().stream()
                .filter(planned -> planned.id().equals(step.id()))
                .findFirst()
                .map(PlannedStep::uses)
                .orElse(List.of());
        console.say(step.id() + " (" + step.kind() + ") is " + step.standing().word() + ": "
                + StatusText.detail(step, uses, view));
        step.amendments().forEach(amendment -> console.say("  " + amendment.sentence()));
        step.calculations().forEach(calculation -> tell(calculation, console));
        return Exit.DONE;
    }

    private static void tell(CalculationView calculation, Console console) {
        console.say(calculation.id() + " is " + calculation.state().word());
        calculation.state().lastAttempt().ifPresent(attempt -> console.say("  in " + attempt.directory()));
        for (Line line : calculation.history()) {
            console.say("  " + SECOND.format(line.at()) + "  " + line.text());
        }
    }
}
