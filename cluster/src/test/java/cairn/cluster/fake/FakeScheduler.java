package cairn.cluster.fake;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A scheduler in memory. Nothing happens by itself: a test moves the clock, ticks, and decides each job's fate.
///
/// A tick takes every job one step: a late request becomes a queued job, a queued job runs, a running job does what
/// its [Body] says and ends. The ledger of [#executions] is the independent truth about what ran.
public final class FakeScheduler implements Scheduler {
    /// What a job does while it runs.
    @FunctionalInterface
    public interface Body {
        void run(JobRequest request, JobId id);
    }

    /// How far before its intent a job of our name may lie and still be ours; the clocks of two machines differ.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Body body;
    private final Map<JobId, Entry> jobs = new LinkedHashMap<>();
    private final Map<Token, List<Entry>> named = new HashMap<>();
    private final ArrayDeque<Fate> fates = new ArrayDeque<>();
    private final List<JobRequest> late = new ArrayList<>();
    private final Set<Token> garbled = new HashSet<>();
    private final List<Token> executions = new ArrayList<>();
    private final List<JobId> cancelled = new ArrayList<>();
    private Instant answersFrom = Instant.MIN;
    private int nextId = 1;
    private int submissions;
    private int queries;

    public FakeScheduler(InstantSource clock) {
        this(clock, (_, _) -> {});
    }

    public FakeScheduler(InstantSource clock, Body body) {
        this.clock = clock;
        this.body = body;
    }

    @Override
    public Submission submit(JobRequest request) {
        submissions++;
        if (isAway()) {
            return new Submission.Unclear("the fake scheduler is away");
        }
        Fate fate = fates.isEmpty() ? Fate.ACCEPT : fates.remove();
        return switch (fate) {
            case ACCEPT -> new Submission.Accepted(admit(request));
            case REJECT -> new Submission.Rejected("the fake scheduler was told to reject this job");
            case BUSY -> new Submission.Busy("the fake scheduler takes no more jobs now");
            case LOSE_REPLY -> {
                admit(request);
                yield new Submission.Unclear("reply lost");
            }
            case LOSE_REQUEST -> new Submission.Unclear("request lost");
            case ACCEPT_LATE -> {
                late.add(request);
                yield new Submission.Unclear("still thinking");
            }
            case ACCEPT_TWICE -> {
                JobId first = admit(request);
                admit(request);
                yield new Submission.Accepted(first);
            }
        };
    }

    @Override
    public Map<Token, Observation> observe(Map<Token, Instant> intents) {
        queries++;
        Map<Token, Observation> seen = new LinkedHashMap<>();
        intents.forEach((token, intent) -> seen.put(token, observation(token, intent)));
        return seen;
    }

    @Override
    public String cancel(JobId id) {
        if (isAway()) {
            return "the fake scheduler is away";
        }
        cancelled.add(id);
        Entry entry = jobs.get(id);
        if (entry != null && !entry.state.isOver()) {
            entry.state = JobState.CANCELLED;
        }
        return "";
    }

    /// The fates of the submits to come, in order; after them, every job is accepted.
    public void next(Fate... toCome) {
        fates.addAll(List.of(toCome));
    }

    /// Nobody answers until then: submits are unclear and make no job, look-ups are unanswered, cancels refused.
    public void awayUntil(Instant end) {
        answersFrom = end;
    }

    /// Look-ups of this token come back unreadable, until [#clear].
    public void garble(Token token) {
        garbled.add(token);
    }

    public void clear(Token token) {
        garbled.remove(token);
    }

    /// Takes every job one step.
    public void tick() {
        List.copyOf(jobs.values()).forEach(this::step);
        late.forEach(this::admit);
        late.clear();
    }

    /// Ticks until nothing is queued or running.
    public void drain() {
        while (!late.isEmpty() || jobs.values().stream().anyMatch(Entry::isMoving)) {
            tick();
        }
    }

    /// Back into the queue, as after a controller crash or a requeue.
    public void queue(JobId id) {
        entry(id).state = JobState.QUEUED;
    }

    public void run(JobId id) {
        entry(id).state = JobState.RUNNING;
    }

    /// The job does what its body says and ends by itself.
    public void finish(JobId id) {
        Entry entry = entry(id);
        executions.add(entry.request.token());
        body.run(entry.request, id);
        entry.state = JobState.ENDED;
    }

    /// The job ends in this state without having done anything.
    public void fail(JobId id, JobState state) {
        entry(id).state = state;
    }

    /// Every source forgets the job; whatever it did stays done.
    public void vanish(JobId id) {
        Entry entry = jobs.remove(id);
        if (entry != null) {
            jobsNamed(entry.request.token()).remove(entry);
        }
    }

    /// A second job of the same token, as somebody's resubmit by hand makes it.
    public JobId duplicate(JobId id) {
        return admit(entry(id).request);
    }

    /// The ids of this token's jobs, oldest first.
    public List<JobId> jobs(Token token) {
        return jobsNamed(token).stream().map(entry -> entry.id).toList();
    }

    public Collection<JobId> jobs() {
        return List.copyOf(jobs.keySet());
    }

    public JobState state(JobId id) {
        return entry(id).state;
    }

    /// Every job body that ran, in order.
    public List<Token> executions() {
        return List.copyOf(executions);
    }

    public List<JobId> cancelled() {
        return List.copyOf(cancelled);
    }

    /// How often submit was called, whatever came of it.
    public int submissions() {
        return submissions;
    }

    /// How often observe was called.
    public int queries() {
        return queries;
    }

    private Observation observation(Token token, Instant intent) {
        if (isAway()) {
            return new Observation.Unanswered("the fake scheduler is away");
        }
        if (garbled.contains(token)) {
            return new Observation.Unanswered("unreadable answer");
        }
        List<Observation.Job> ours = jobsNamed(token).stream()
                .filter(entry -> !entry.submitted.isBefore(intent.minus(CLOCK_SKEW)))
                .map(Entry::seen)
                .toList();
        return ours.isEmpty() ? new Observation.Absent() : new Observation.Present(ours);
    }

    private JobId admit(JobRequest request) {
        JobId id = new JobId(Integer.toString(nextId++));
        Entry entry = new Entry(id, request, clock.instant());
        jobs.put(id, entry);
        jobsNamed(request.token()).add(entry);
        return id;
    }

    private void step(Entry entry) {
        switch (entry.state) {
            case QUEUED -> entry.state = JobState.RUNNING;
            case RUNNING -> finish(entry.id);
            case STUCK, ENDED, OUT_OF_TIME, OUT_OF_MEMORY, CANCELLED, MACHINE_FAILED -> {}
        }
    }

    private boolean isAway() {
        return clock.instant().isBefore(answersFrom);
    }

    private List<Entry> jobsNamed(Token token) {
        return named.computeIfAbsent(token, _ -> new ArrayList<>());
    }

    private Entry entry(JobId id) {
        Entry entry = jobs.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no such job: " + id);
        }
        return entry;
    }

    private static final class Entry {
        final JobId id;
        final JobRequest request;
        final Instant submitted;
        JobState state = JobState.QUEUED;

        Entry(JobId id, JobRequest request, Instant submitted) {
            this.id = id;
            this.request = request;
            this.submitted = submitted;
        }

        boolean isMoving() {
            return state == JobState.QUEUED || state == JobState.RUNNING;
        }

        Observation.Job seen() {
            return new Observation.Job(id, state, state.name());
        }
    }
}
