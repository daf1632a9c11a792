package cairn.campaign.driver;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.calculation.Ending;
import cairn.campaign.calculation.Intent;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Observation.Job;
import cairn.cluster.Token;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks the scheduler about all live jobs in one query, and decides what its word means for each of them.
///
/// A job of our token is adopted, whatever its id; where there are two, the one that holds the claim counts and the
/// others are cancelled, never before the claim is seen. An absence counts only when every source has answered
/// "unknown" often and long enough; a failed query counts for nothing.
final class Watch {
    private final Ports ports;
    private final Settings settings;
    private final Ledger ledger;
    private final Dispatch dispatch;
    private final Restraint restraint;
    private final Patience absences = new Patience();
    private final Set<Token> answered = new HashSet<>();

    Watch(Ports ports, Settings settings, Ledger ledger, Dispatch dispatch, Restraint restraint) {
        this.ports = ports;
        this.settings = settings;
        this.ledger = ledger;
        this.dispatch = dispatch;
        this.restraint = restraint;
    }

    /// A job that is or was somewhere, as the journal knows it.
    private record Live(CalculationId id, CalculationState state, Attempt attempt, Intent intent) {}

    /// One round: one query, and its consequences.
    void look(Instant now) {
        answered.clear();
        Map<Token, Live> asked = asked();
        if (asked.isEmpty() || !restraint.mayAsk(now)) {
            return;
        }
        Map<Token, Instant> intents = new LinkedHashMap<>();
        asked.forEach((token, live) -> intents.put(token, live.intent().first()));
        Map<Token, Observation> answers = ports.scheduler().observe(intents);
        heedAnswers(answers, now);
        asked.forEach((token, live) -> {
            Observation answer = answers.getOrDefault(token, new Observation.Unanswered("not in the answer"));
            Trials.run(ledger, () -> judge(live, answer, now));
        });
    }

    /// Whether the last look had a clean answer about that token: only then does silence of a directory mean anything.
    boolean hasAnswered(Token token) {
        return answered.contains(token);
    }

    private Map<Token, Live> asked() {
        Map<Token, Live> asked = new LinkedHashMap<>();
        for (CalculationId id : ledger.state().live()) {
            if (!dispatch.holds(id)) {
                Live live = live(id);
                asked.put(live.attempt().token(), live);
            }
        }
        return asked;
    }

    private Live live(CalculationId id) {
        CalculationState state = ledger.of(id);
        return switch (state) {
            case CalculationState.Submitting(var attempt, var intent) -> new Live(id, state, attempt, intent);
            case CalculationState.Queued(var attempt, var intent, var _) -> new Live(id, state, attempt, intent);
            case CalculationState.Running(var attempt, var intent, var _) -> new Live(id, state, attempt, intent);
            case CalculationState.Ended(var attempt, var intent, var _) -> new Live(id, state, attempt, intent);
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Done _,
                    CalculationState.Failed _ -> throw new IllegalStateException(id + " is not live: " + state);
        };
    }

    private void heedAnswers(Map<Token, Observation> answers, Instant now) {
        Optional<String> failure = Optional.empty();
        for (Observation answer : answers.values()) {
            if (!(answer instanceof Observation.Unanswered(var reason))) {
                restraint.answered();
                return;
            }
            failure = Optional.of(reason);
        }
        restraint.unanswered(now);
        failure.ifPresent(reason -> ledger.tell(new News.Trouble("the scheduler does not answer: " + reason)));
    }

    private void judge(Live live, Observation answer, Instant now) {
        switch (answer) {
            case Observation.Unanswered _ -> {}
            case Observation.Absent() -> {
                answered.add(live.attempt().token());
                absent(live, now);
            }
            case Observation.Present(var jobs) -> {
                answered.add(live.attempt().token());
                present(live, jobs);
            }
        }
    }

    private void absent(Live live, Instant now) {
        if (live.state() instanceof CalculationState.Ended || isTooEarly(live, now)) {
            return;
        }
        Token token = live.attempt().token();
        if (absences.isExhausted(token, now, settings.cleanAnswers(), settings.settle())) {
            absences.forget(token);
            gone(live, now);
        }
    }

    private boolean isTooEarly(Live live, Instant now) {
        return live.state() instanceof CalculationState.Submitting
                && now.isBefore(live.intent().last().plus(settings.submitSettle()));
    }

    private void gone(Live live, Instant now) {
        boolean isSubmitting = live.state() instanceof CalculationState.Submitting;
        if (!isSubmitting || ports.evidence().claim(directory(live)).isPresent()) {
            ledger.move(live.id(), new CalculationEvent.Vanished());
        } else {
            dispatch.again(live.id(), live.attempt(), live.intent(), now);
        }
    }

    private void present(Live live, List<Job> jobs) {
        absences.forget(live.attempt().token());
        Job job = jobs.size() == 1 ? jobs.getFirst() : ours(live, jobs);
        if (isNews(live, job)) {
            ledger.move(live.id(), new CalculationEvent.Observed(job.id(), job.state(), job.raw()));
        }
        if (job.state() == JobState.STUCK && !live.attempt().isCancelled()) {
            ledger.move(live.id(), new CalculationEvent.CancelAsked(stuck(job)));
        }
        boolean isUnwanted = live.attempt().isCancelled() || job.state() == JobState.STUCK;
        if (isUnwanted && !job.state().isOver()) {
            dispatch.cancel(job.id());
        }
    }

    /// Which of several jobs of one token counts.
    private Job ours(Live live, List<Job> jobs) {
        Optional<JobId> holder = ports.evidence().claim(directory(live));
        Optional<Job> claimed = jobs.stream()
                .filter(job -> holder.filter(job.id()::equals).isPresent())
                .findFirst();
        if (claimed.isEmpty()) {
            return jobs.stream()
                    .filter(job -> !job.state().isOver())
                    .findFirst()
                    .orElse(jobs.getLast());
        }
        jobs.stream()
                .filter(job -> !job.equals(claimed.get()) && !job.state().isOver())
                .forEach(job -> dispatch.cancel(job.id()));
        return claimed.get();
    }

    private static boolean isNews(Live live, Job job) {
        return switch (live.state()) {
            case CalculationState.Submitting _ -> true;
            case CalculationState.Queued(var _, var _, var known) ->
                !known.equals(job.id()) || !(job.state() == JobState.QUEUED || job.state() == JobState.STUCK);
            case CalculationState.Running(var _, var _, var known) ->
                !known.equals(job.id()) || job.state() != JobState.RUNNING;
            case CalculationState.Ended(var _, var _, Ending.Reported(var known, var _, var _)) ->
                !job.state().isOver() || !known.equals(job.id());
            case CalculationState.Ended(var _, var _, Ending.Gone()) -> true;
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Done _,
                    CalculationState.Failed _ -> false;
        };
    }

    private static Failure stuck(Job job) {
        return new Failure(
                "stuck",
                "job " + job.id() + " waits for what will not come: " + job.raw(),
                "change the resources or the partition of the step, then run again");
    }

    private Path directory(Live live) {
        return ports.folder().resolve(live.attempt().directory());
    }
}
