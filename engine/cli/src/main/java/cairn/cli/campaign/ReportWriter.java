package cairn.cli.campaign;

import cairn.campaign.frontier.StepStanding;
import cairn.campaign.language.Resolved;
import cairn.campaign.plan.PlannedStep;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.campaign.view.CampaignView.Line;
import cairn.campaign.view.CampaignView.StepView;
import cairn.cli.campaign.sections.AlloySections;
import cairn.cli.campaign.sections.BandProfile;
import cairn.cli.report.ReportModel;
import cairn.cli.report.ReportModel.BandSection;
import cairn.cli.report.ReportModel.CodeUsed;
import cairn.cli.report.ReportModel.Effort;
import cairn.cli.report.ReportModel.Heading;
import cairn.cli.report.ReportModel.Hop;
import cairn.cli.report.ReportModel.SettingRow;
import cairn.cli.report.ReportModel.StepRow;
import cairn.cli.report.ReportModel.StepState;
import cairn.cli.report.ReportModel.VersionRow;
import cairn.cli.report.ReportModel.Warning;
import cairn.cluster.JobId;
import cairn.codes.correction.Changed;
import cairn.codes.correction.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Fills the report from a campaign as it stands.
final class ReportWriter {
    private final Prepared prepared;
    private final CampaignView view;
    private final String version;
    private final Instant now;
    private final Map<StepId, List<StepId>> uses = new HashMap<>();
    private final Map<StepId, List<Amendment>> amendments = new HashMap<>();

    ReportWriter(Prepared prepared, CampaignView view, String version, Instant now) {
        this.prepared = prepared;
        this.view = view;
        this.version = version;
        this.now = now;
        prepared.plan().planned().forEach(step -> uses.put(step.id(), step.uses()));
        view.steps().forEach(step -> amendments.put(step.id(), step.amendments()));
    }

    ReportModel model(List<ReportModel.Link> links) {
        SequencedMap<String, CodeUsed> codes = codes();
        return new ReportModel(
                heading(codes),
                links,
                view.steps().stream().map(this::row).toList(),
                view.steps().stream()
                        .flatMap(step -> step.result().stream()
                                .filter(result -> result.detail().has("profile"))
                                .map(result -> band(step.id(), result)))
                        .toList(),
                AlloySections.of(view.steps()),
                prepared.plan().planned().stream().flatMap(this::settings).toList(),
                versions(codes),
                warnings(),
                codes.values().stream().map(CodeUsed::validity).distinct().toList());
    }

    /// Of the workflow, then of what was found.
    private List<Warning> warnings() {
        Stream<Warning> ofWorkflow = prepared.warnings().stream()
                .map(problem ->
                        new Warning(problem.code().isEmpty() ? "workflow" : problem.code(), problem.toString()));
        Stream<Warning> ofResults = view.steps().stream()
                .flatMap(step -> step.result().stream().flatMap(ReportWriter::found))
                .map(finding -> new Warning(
                        text(finding, "where"), text(finding, "sentence") + " [" + text(finding, "code") + "]"));
        return Stream.of(ofWorkflow, ofResults, ofCorrections())
                .flatMap(all -> all)
                .toList();
    }

    private Stream<Warning> ofCorrections() {
        return view.steps().stream()
                .flatMap(step -> Stream.concat(
                                step.amendments().stream().map(Amendment::sentence),
                                step.calculations().stream()
                                        .flatMap(calculation -> calculation.corrections().stream())
                                        .map(Remedy::sentence)
                                        .distinct())
                        .map(sentence -> new Warning(step.id().value(), sentence + ".")));
    }

    private static Stream<JsonNode> found(StepResult result) {
        return result.result().path("findings").valueStream();
    }

    /// Why a result shows no barrier.
    private static List<String> withheld(StepResult result) {
        return found(result)
                .filter(finding -> text(finding, "severity").equals("block"))
                .map(finding -> text(finding, "sentence") + " [" + text(finding, "code") + "]")
                .toList();
    }

    private Heading heading(SequencedMap<String, CodeUsed> codes) {
        CodeUsed first = codes.isEmpty()
                ? new CodeUsed("none yet", "", "No calculation is done yet.")
                : codes.firstEntry().getValue();
        String state = view.isDone() ? "all steps done" : view.hasFailed() ? "a step failed" : "unfinished";
        return new Heading(
                prepared.plan().name(),
                prepared.plan().about(),
                prepared.call().workflow().getFileName().toString(),
                first,
                state,
                now);
    }

    /// The codes whose numbers are in the results, in the order of the steps.
    private SequencedMap<String, CodeUsed> codes() {
        SequencedMap<String, CodeUsed> codes = new LinkedHashMap<>();
        for (StepView step : view.steps()) {
            step.result()
                    .map(result -> result.detail().path("code"))
                    .filter(JsonNode::isObject)
                    .ifPresent(code -> codes.putIfAbsent(text(code, "name"), code(code)));
        }
        return codes;
    }

    private static CodeUsed code(JsonNode code) {
        return new CodeUsed(text(code, "name"), text(code, "version"), text(code, "validity"));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private List<VersionRow> versions(SequencedMap<String, CodeUsed> codes) {
        List<VersionRow> rows = new ArrayList<>();
        rows.add(new VersionRow("Cairn", version));
        rows.add(new VersionRow("Java", Runtime.version().toString()));
        rows.add(new VersionRow("cluster profile", prepared.profile().name()));
        codes.forEach((name, code) -> rows.add(new VersionRow(name, code.version())));
        return rows;
    }

    private StepRow row(StepView step) {
        return new StepRow(
                step.id().value(),
                step.kind(),
                state(step.standing()),
                step.result()
                        .map(result -> Findings.quantities(result.result()))
                        .orElse(List.of()),
                effort(step),
                step.standing() instanceof StepStanding.Done
                        ? ""
                        : StatusText.detail(step, uses.getOrDefault(step.id(), List.of()), view));
    }

    private static StepState state(StepStanding standing) {
        return switch (standing) {
            case StepStanding.Done() -> StepState.DONE;
            case StepStanding.Active() -> StepState.RUNNING;
            case StepStanding.Waiting() -> StepState.WAITING;
            case StepStanding.Failed _, StepStanding.Blocked _ -> StepState.FAILED;
        };
    }

    private static Effort effort(StepView step) {
        int attempts =
                step.calculations().stream().mapToInt(CalculationView::attempts).sum();
        List<String> jobs = step.calculations().stream()
                .flatMap(each -> each.jobs().stream())
                .map(JobId::value)
                .toList();
        return new Effort(attempts, elapsed(step), jobs);
    }

    /// From the first event of the step to its last, waiting in the queue included.
    private static Duration elapsed(StepView step) {
        List<Line> lines = step.calculations().stream()
                .flatMap(each -> each.history().stream())
                .toList();
        return lines.isEmpty()
                ? Duration.ZERO
                : Duration.between(lines.getFirst().at(), lines.getLast().at());
    }

    private static BandSection band(StepId step, StepResult result) {
        return new BandSection(
                step.value(),
                BandProfile.of(result),
                PathStanding.of(result.result().required("converged")).sentence(),
                withheld(result),
                result.result()
                        .path("hops")
                        .valueStream()
                        .map(ReportWriter::hop)
                        .toList(),
                Findings.quantities(result.result()));
    }

    private static Hop hop(JsonNode hop) {
        return new Hop(
                text(hop, "from"),
                text(hop, "to"),
                hop.required("energy_from_ev").doubleValue(),
                hop.required("barrier_forward_ev").doubleValue(),
                hop.required("barrier_reverse_ev").doubleValue(),
                PathStanding.of(hop.required("converged")).inShort());
    }

    /// As the workflow says, with the changes of physics put over it.
    private Stream<SettingRow> settings(PlannedStep step) {
        SequencedMap<String, SettingRow> rows = new LinkedHashMap<>();
        String id = step.id().value();
        for (Resolved setting : step.settings()) {
            rows.put(
                    setting.key(),
                    new SettingRow(
                            id, setting.key(), setting.value(), setting.origin().toString()));
        }
        for (Amendment amendment : amendments.getOrDefault(step.id(), List.of())) {
            for (Changed change : amendment.remedy().changes()) {
                String key = "code." + change.setting();
                rows.put(key, new SettingRow(id, key, change.value(), "correction after " + amendment.cause()));
            }
        }
        return rows.values().stream();
    }
}
