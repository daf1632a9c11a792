package cairn.cli.campaign;

import cairn.campaign.frontier.StepStanding;
import cairn.campaign.plan.PlannedStep;
import cairn.campaign.site.ProfileScripts;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Rendered;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.StepView;
import cairn.campaign.work.order.WorkOrder;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cluster.Resources;
import cairn.cluster.Token;
import cairn.cluster.profile.Walltime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `cairn plan`: what a run would do. Starts nothing, writes nothing.
///
/// A step whose dependencies are done is asked for its calculations, and their inputs are rendered; of the others
/// only the settings are known yet.
final class PlanText {
    private final Prepared prepared;
    private final ProfileScripts scripts;
    private final Map<StepId, StepView> views = new HashMap<>();

    private PlanText(Prepared prepared, CampaignView view, Installation installation) {
        this.prepared = prepared;
        this.scripts = new ProfileScripts(prepared.profile(), installation.cairn());
        view.steps().forEach(step -> views.put(step.id(), step));
    }

    static Exit tell(Prepared prepared, Installation installation, Console console) {
        Assessment.tell(prepared.warnings(), console.as(Console.Format.TEXT));
        PlanText text = new PlanText(prepared, prepared.view(), installation);
        switch (console.format()) {
            case TEXT -> text.say(console);
            case JSON -> console.say(text.json().toPrettyString());
        }
        return Exit.DONE;
    }

    private void say(Console console) {
        console.say(prepared.plan().name() + " on " + prepared.profile().name() + ", in " + prepared.folder());
        for (PlannedStep step : prepared.plan().planned()) {
            say(step, console);
        }
        console.say(String.format(Locale.ROOT, "at most %.2f core-hours", coreHours()));
    }

    private void say(PlannedStep step, Console console) {
        console.say("");
        console.say(step.id() + " (" + step.step().kind() + "): " + intention(step));
        step.step().resources().ifPresent(resources -> console.say("  resources: " + inWords(resources)));
        step.settings()
                .forEach(setting ->
                        console.say("  " + setting.key() + ": " + setting.value() + "  (" + setting.origin() + ")"));
        for (Calculation calculation : calculations(step)) {
            Rendered rendered = calculation.render();
            console.say("  job " + calculation.id() + ": " + inWords(rendered.command()));
            rendered.files()
                    .forEach((name, content) -> console.say("    " + name + ", " + content.length() + " bytes"));
        }
    }

    private static String inWords(Resources resources) {
        return resources.cores() + " cores, " + resources.memoryMb() + " MB, " + Walltime.format(resources.walltime());
    }

    private static String inWords(List<String> command) {
        return String.join(" ", command).replace(WorkOrder.COMMAND.getFirst(), "cairn");
    }

    /// Whether the step will run, and why.
    private String intention(PlannedStep step) {
        StepView view = views.get(step.id());
        if (view == null) {
            return "new";
        }
        return switch (view.standing()) {
            case StepStanding.Done() -> "cached, its inputs are unchanged";
            case StepStanding.Active() -> view.calculations().isEmpty() ? "runs: never run" : "goes on";
            case StepStanding.Waiting() -> "runs after " + names(step.uses());
            case StepStanding.Failed(var failure) -> "runs again: failed (" + failure.signature() + ")";
            case StepStanding.Blocked(var by) -> "runs after " + by + ", which failed";
        };
    }

    private static String names(List<StepId> uses) {
        return uses.stream().map(StepId::value).collect(Collectors.joining(", "));
    }

    private List<Calculation> calculations(PlannedStep step) {
        Results soFar = new Found(views);
        boolean askable = step.step().dependencies().stream()
                .allMatch(id -> soFar.step(id).isPresent());
        return askable && step.step().next(soFar) instanceof Next.Needs(var calculations) ? calculations : List.of();
    }

    /// Of the steps that are not done: each job at its full walltime.
    private double coreHours() {
        return prepared.plan().planned().stream()
                .filter(step -> !isDone(step))
                .mapToDouble(step -> coreHours(step.step()))
                .sum();
    }

    private static double coreHours(Step step) {
        return step.resources()
                .map(resources -> (double) step.mostJobs()
                        * resources.cores()
                        * resources.walltime().toSeconds()
                        / 3600.0)
                .orElse(0.0);
    }

    private boolean isDone(PlannedStep step) {
        return Optional.ofNullable(views.get(step.id()))
                .filter(view -> view.standing() instanceof StepStanding.Done)
                .isPresent();
    }

    private ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("campaign", prepared.plan().name());
        json.put("folder", prepared.folder().toString());
        json.put("cluster", prepared.profile().name());
        json.put("core_hours_at_most", coreHours());
        ObjectNode steps = json.putObject("steps");
        prepared.plan()
                .planned()
                .forEach(step -> write(step, steps.putObject(step.id().value())));
        return json;
    }

    private void write(PlannedStep step, ObjectNode json) {
        json.put("kind", step.step().kind()).put("intention", intention(step));
        var uses = json.putArray("uses");
        step.uses().forEach(id -> uses.add(id.value()));
        var settings = json.putArray("settings");
        step.settings()
                .forEach(setting -> settings.addObject()
                        .put("key", setting.key())
                        .put("value", setting.value())
                        .put("origin", setting.origin().toString()));
        ObjectNode jobs = json.putObject("jobs");
        calculations(step)
                .forEach(calculation ->
                        write(calculation, jobs.putObject(calculation.id().name())));
    }

    private void write(Calculation calculation, ObjectNode json) {
        Rendered rendered = calculation.render();
        ObjectNode files = json.putObject("files");
        rendered.files().forEach(files::put);
        json.put(
                "script",
                scripts.render(
                        new Token("plan"),
                        prepared.folder().resolve("attempt"),
                        calculation.resources(),
                        rendered.command(),
                        rendered.outputs()));
    }

    /// The results of the steps that are done.
    private record Found(Map<StepId, StepView> views) implements Results {
        @Override
        public Optional<StepResult> step(StepId id) {
            return Optional.ofNullable(views.get(id)).flatMap(StepView::result);
        }

        @Override
        public Optional<ObjectNode> calculation(CalculationId id) {
            return Optional.empty();
        }
    }
}
