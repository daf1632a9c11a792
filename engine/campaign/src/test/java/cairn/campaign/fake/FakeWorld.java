package cairn.campaign.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.campaign.calculation.Digest;
import cairn.campaign.driver.Evidence;
import cairn.campaign.driver.JobScripts;
import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/// A cluster and its file system. Jobs obey the protocol of the real job script: claim first, sentinel last. The
/// world keeps its own ledger of executions, which the engine cannot see.
public final class FakeWorld implements Scheduler, Transport, Evidence, JobScripts, InstantSource {
    public static final String INPUT = "input";
    public static final String OUTPUT = "output";
    public static final String CHECKPOINT = "checkpoint";
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration TOO_LATE = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofSeconds(200);

    private final Map<Path, Map<String, byte[]>> files = new HashMap<>();
    private final Map<Path, JobId> claims = new HashMap<>();
    private final Map<Path, Token> sentinels = new HashMap<>();
    private final Map<Token, List<FakeJob>> jobs = new LinkedHashMap<>();
    private final List<FakeJob> running = new ArrayList<>();
    private final Map<String, Integer> successes = new TreeMap<>();
    private final Function<String, Fault> faults;
    private boolean claimsCount = true;
    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    private Instant outageEnd = Instant.MIN;
    private Runnable everyCall = () -> {};
    private int lastId = 1000;

    /// `faults` is asked at "submit", "job", "observe" and "files".
    public FakeWorld(Function<String, Fault> faults) {
        this.faults = faults;
    }

    /// A world in which jobs run whether the directory is claimed or not.
    public FakeWorld withoutClaims() {
        claimsCount = false;
        return this;
    }

    /// Runs before and after every call through a port: where a process can die.
    public void atEveryCall(Runnable hook) {
        everyCall = hook;
    }

    public void pass(Duration time) {
        now = now.plus(time);
        List.copyOf(running).forEach(job -> job.live(now, this));
        running.removeIf(job -> job.isOver(now));
    }

    /// How often each input was computed to its end, whoever asked for it.
    public Map<String, Integer> successes() {
        return successes;
    }

    public boolean isQuiet() {
        return running.isEmpty();
    }

    public int jobs() {
        return jobs.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Submission submit(JobRequest request) {
        everyCall.run();
        Submission answer = answer(request);
        everyCall.run();
        return answer;
    }

    private Submission answer(JobRequest request) {
        return switch (faults.apply("submit")) {
            case REPLY_LOST -> unclear(request, Duration.ZERO);
            case TAKEN_LATE -> unclear(request, LATE);
            case TAKEN_TOO_LATE -> unclear(request, TOO_LATE);
            case TURNED_AWAY -> new Submission.Busy("QOSMaxSubmitJobPerUserLimit");
            case SUBMIT_LOST -> new Submission.Unclear("no answer");
            default -> new Submission.Accepted(take(request, now).id);
        };
    }

    private Submission unclear(JobRequest request, Duration delay) {
        take(request, now.plus(delay));
        return new Submission.Unclear("Socket timed out on send/recv operation");
    }

    private FakeJob take(JobRequest request, Instant taken) {
        FakeJob job = new FakeJob(
                new JobId(Integer.toString(++lastId)),
                request.token(),
                request.directory(),
                taken,
                faults.apply("job"));
        jobs.computeIfAbsent(request.token(), _ -> new ArrayList<>(1)).add(job);
        running.add(job);
        return job;
    }

    boolean claim(FakeJob job) {
        boolean won = claims.putIfAbsent(job.directory, job.id) == null;
        return won || !claimsCount;
    }

    void finish(FakeJob job) {
        Map<String, byte[]> directory = files.getOrDefault(job.directory, new TreeMap<>());
        String input = new String(directory.getOrDefault(INPUT, new byte[0]), UTF_8);
        switch (job.fault) {
            case MACHINE_FAILS, VANISHES, FORGOTTEN -> {}
            case RUNS_OUT_OF_TIME -> directory.put(CHECKPOINT, input.getBytes(UTF_8));
            default -> {
                directory.put(OUTPUT, ("result of " + input).getBytes(UTF_8));
                sentinels.put(job.directory, job.token);
                successes.merge(input, 1, Integer::sum);
            }
        }
    }

    @Override
    public Map<Token, Observation> observe(Map<Token, Instant> intents) {
        everyCall.run();
        if (now.isAfter(outageEnd) && faults.apply("observe") == Fault.UNANSWERED) {
            outageEnd = now.plus(OUTAGE);
        }
        Map<Token, Observation> answers = new HashMap<>();
        intents.forEach((token, _) -> answers.put(token, observation(token)));
        everyCall.run();
        return answers;
    }

    private Observation observation(Token token) {
        if (now.isBefore(outageEnd)) {
            return new Observation.Unanswered("slurm_load_jobs error: Unable to contact slurm controller");
        }
        List<Observation.Job> known = jobs.getOrDefault(token, List.of()).stream()
                .filter(job -> job.isKnown(now))
                .map(job -> new Observation.Job(
                        job.id, job.state(now), job.state(now).name()))
                .toList();
        return known.isEmpty() ? new Observation.Absent() : new Observation.Present(known);
    }

    @Override
    public String cancel(JobId id) {
        everyCall.run();
        jobs.values()
                .forEach(all -> all.stream().filter(job -> job.id.equals(id)).forEach(job -> job.kill(now)));
        everyCall.run();
        return "";
    }

    @Override
    public void stage(Path directory, Map<String, byte[]> staged) {
        everyCall.run();
        files.putIfAbsent(directory, new TreeMap<>(staged));
        everyCall.run();
    }

    @Override
    public Optional<byte[]> read(Path file, long limit) {
        Path directory = Optional.ofNullable(file.getParent()).orElseThrow();
        return Optional.ofNullable(
                files.getOrDefault(directory, Map.of()).get(file.getFileName().toString()));
    }

    @Override
    public OptionalLong size(Path file) {
        return read(file, Long.MAX_VALUE).stream()
                .mapToLong(content -> content.length)
                .findFirst();
    }

    @Override
    public Optional<String> sha256(Path file) {
        return read(file, Long.MAX_VALUE).map(content -> Digest.of(content).hex());
    }

    @Override
    public Optional<JobId> claim(Path directory) {
        failSometimes(directory);
        return Optional.ofNullable(claims.get(directory));
    }

    @Override
    public Verdict sentinel(Token token, Path directory, List<String> outputs) {
        everyCall.run();
        failSometimes(directory);
        return token.equals(sentinels.get(directory)) ? new Verdict.Complete(0) : new Verdict.Missing();
    }

    @Override
    public Optional<Killing> killing(Path directory, JobId job) {
        failSometimes(directory);
        return Optional.empty();
    }

    private void failSometimes(Path directory) {
        if (faults.apply("files") == Fault.UNREADABLE) {
            throw new UncheckedIOException(directory + ": Stale file handle", new IOException("ESTALE"));
        }
    }

    @Override
    public String render(Token token, Path directory, Resources resources, List<String> command, List<String> outputs) {
        return token + "\n" + String.join(" ", command) + "\n";
    }
}
