package cairn.cli.campaign;

import cairn.campaign.calculation.CalculationState;
import cairn.campaign.news.News;
import cairn.campaign.plan.Plan;
import cairn.campaign.plan.PlannedStep;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.StepId;
import cairn.cli.progress.Progress;
import cairn.cli.progress.Snapshot;
import cairn.cli.progress.Snapshot.Phase;
import cairn.cli.progress.Snapshot.StepLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps what a progress display shows, from the news of a running campaign.
final class Board implements News.Listener {
    /// Above so many steps the display is refreshed when a step ends, not at every move of a job.
    private static final int MANY_STEPS = 500;

    private final String campaign;
    private final Progress progress;
    private final Map<StepId, StepLine> steps = new LinkedHashMap<>();
    private final Map<CalculationId, CalculationState> live = new HashMap<>();
    private final Map<StepId, String> known = new HashMap<>();
    private final Map<StepId, String> doing = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Board(Plan plan, Progress progress) {
        this.campaign = plan.name();
        this.progress = progress;
        for (PlannedStep step : plan.planned()) {
            steps.put(step.id(), new StepLine(step.id().value(), step.step().kind(), Phase.WAITING, waits(step)));
        }
    }

    private static String waits(PlannedStep step) {
        List<String> uses = step.uses().stream().map(StepId::value).toList();
        return uses.isEmpty() ? "" : "waits for " + String.join(", ", uses);
    }

    @Override
    public void hear(News news) {
        switch (news) {
            case News.Moved(var id, var _, var now) -> moved(id, now);
            case News.Known(var step, var progress) -> know(step, SoFar.inShort(progress));
            case News.StepDone(var step, var result) -> set(step, Phase.DONE, Findings.inShort(result.result()));
            case News.StepFailed(var step, var failure) -> set(step, Phase.FAILED, failure.message());
            case News.StepBlocked(var step, var by) -> set(step, Phase.FAILED, "cannot run: " + by + " failed");
            case News.Corrected(var id, var remedy) -> warnings.add(id + ": " + remedy.sentence());
            case News.Amended(var amendment) -> warnings.add(amendment.sentence());
            case News.Trouble(var message) -> warnings.add(message);
        }
        if (steps.size() <= MANY_STEPS || !(news instanceof News.Moved)) {
            showLast();
        }
    }

    private void moved(CalculationId id, CalculationState now) {
        if (now.isLive()) {
            live.put(id, now);
            doing.put(id.step(), id.name() + " " + now.word() + attempt(now));
            setRunning(id.step());
        } else {
            live.remove(id);
        }
    }

    private void know(StepId step, String words) {
        known.put(step, words);
        setRunning(step);
    }

    private void setRunning(StepId step) {
        String detail = Stream.of(known, doing)
                .flatMap(words -> Optional.ofNullable(words.get(step)).stream())
                .collect(Collectors.joining("; "));
        set(step, Phase.RUNNING, detail);
    }

    private static String attempt(CalculationState state) {
        return state.lastAttempt()
                .filter(attempt -> attempt.number() > 1)
                .map(attempt -> ", attempt " + attempt.number())
                .orElse("");
    }

    /// A calculation of an earlier plan may move although no step of this plan names it.
    private void set(StepId id, Phase phase, String detail) {
        steps.computeIfPresent(id, (_, line) -> new StepLine(line.name(), line.kind(), phase, detail));
    }

    void showLast() {
        progress.show(new Snapshot(campaign, List.copyOf(steps.values()), jobs(), warnings));
    }

    private Snapshot.Jobs jobs() {
        int queued = 0;
        int running = 0;
        for (CalculationState state : live.values()) {
            switch (state) {
                case CalculationState.Submitting _, CalculationState.Queued _ -> queued++;
                case CalculationState.Running _ -> running++;
                case CalculationState.Planned _,
                        CalculationState.Rendered _,
                        CalculationState.Ended _,
                        CalculationState.Done _,
                        CalculationState.Failed _ -> {}
            }
        }
        return new Snapshot.Jobs(queued, running);
    }
}
