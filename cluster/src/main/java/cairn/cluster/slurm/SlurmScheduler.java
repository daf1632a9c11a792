package cairn.cluster.slurm;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Observation;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Slurm as a scheduler.
///
/// A look-up asks squeue for all tokens at once, and sacct only for those that squeue does not know. Both are asked by
/// name and believed only where the name is exactly the token and the job is not older than its intent. Where
/// a site keeps no accounting, squeue alone answers: then a job is absent soon after its end (MinJobAge,
/// 300 s by default), and the sentinel tells the rest.
public final class SlurmScheduler implements Scheduler {
    /// How far the clocks of controller and engine may differ.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    /// So long after its submission a job that only accounting knows may be real: the controller was asked a moment
    /// earlier, and told accounting since. Later it is a phantom that a controller crash left (slurmctld sends job
    /// starts every 5 s; a phantom stays for ever).
    private static final Duration FRESH = Duration.ofMinutes(2);
    /// sbatch itself tries again for about 100 s when the controller is slow.
    private static final Duration SUBMIT_LIMIT = Duration.ofSeconds(150);
    private static final Duration QUERY_LIMIT = Duration.ofSeconds(60);
    /// Another user may run the same workflow: his jobs have the same names.
    static final String USER = System.getProperty("user.name", "");

    private static final String NO_ACCOUNTING = "Slurm accounting storage is disabled";

    private final CommandRunner runner;
    private final InstantSource clock;

    private SlurmScheduler(CommandRunner runner, InstantSource clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /// Slurm as the commands in the runner's path know it.
    public static SlurmScheduler of(CommandRunner runner, InstantSource clock) {
        Map<String, String> environment = new HashMap<>(runner.environment());
        environment.keySet().removeIf(SlurmScheduler::isOption);
        environment.put("SLURM_TIME_FORMAT", "%s");
        return new SlurmScheduler(CommandRunner.with(environment), clock);
    }

    /// Variables that change what the commands do or print, as those of an allocation in which the engine itself
    /// runs: they outrank what a script says in its header.
    private static boolean isOption(String variable) {
        return variable.matches("(SBATCH|SQUEUE|SACCT|SCANCEL|SLURM)_.*") && !variable.equals("SLURM_CONF");
    }

    @Override
    public Submission submit(JobRequest request) {
        return Sbatch.answer(runner.run(Sbatch.command(request), SUBMIT_LIMIT));
    }

    @Override
    public Map<Token, Observation> observe(Map<Token, Instant> intents) {
        if (intents.isEmpty()) {
            return Map.of();
        }
        return switch (ask(intents.keySet(), SlurmScheduler::squeue)) {
            case Answer.Rows(List<JobRow> rows) -> observe(intents, rows);
            case Answer.None(String why) -> unanswered(intents.keySet(), why);
        };
    }

    @Override
    public String cancel(JobId id) {
        Outcome outcome = runner.run(List.of("scancel", id.value()), QUERY_LIMIT);
        boolean done = outcome instanceof Outcome.Finished finished && finished.exit() == 0;
        return done ? "" : "scancel: " + outcome.inWords();
    }

    private Map<Token, Observation> observe(Map<Token, Instant> intents, List<JobRow> queued) {
        Map<Token, Observation> seen = new LinkedHashMap<>();
        ours(intents, queued).forEach((token, rows) -> seen.put(token, present(rows)));
        Map<Token, Instant> unknown = new LinkedHashMap<>(intents);
        unknown.keySet().removeAll(seen.keySet());
        if (!unknown.isEmpty()) {
            seen.putAll(observeEnded(unknown));
        }
        return seen;
    }

    /// The tokens that the controller does not know (any more), as accounting has them.
    private Map<Token, Observation> observeEnded(Map<Token, Instant> intents) {
        Instant earliest = intents.values().stream().min(Instant::compareTo).orElseThrow();
        return switch (ask(intents.keySet(), names -> Sacct.command(names, earliest.minus(CLOCK_SKEW)))) {
            case Answer.Rows(List<JobRow> rows) -> ended(intents, rows);
            case Answer.None(String why) when why.contains(NO_ACCOUNTING) -> ended(intents, List.of());
            case Answer.None(String why) -> unanswered(intents.keySet(), why);
        };
    }

    private Map<Token, Observation> ended(Map<Token, Instant> intents, List<JobRow> rows) {
        Map<Token, List<JobRow>> ours = ours(intents, rows);
        return intents.keySet().stream()
                .collect(Collectors.toMap(token -> token, token -> ended(ours.getOrDefault(token, List.of()))));
    }

    private Observation ended(List<JobRow> rows) {
        List<JobRow> over = rows.stream().filter(JobRow::isOver).toList();
        if (!over.isEmpty()) {
            return present(over);
        }
        Instant fresh = clock.instant().minus(FRESH);
        return rows.stream().anyMatch(row -> row.submitted().isAfter(fresh))
                ? new Observation.Unanswered("accounting knows a job that the controller does not know yet")
                : new Observation.Absent();
    }

    private static Map<Token, List<JobRow>> ours(Map<Token, Instant> intents, List<JobRow> rows) {
        Map<String, Token> names = intents.keySet().stream().collect(Collectors.toMap(Token::value, token -> token));
        return rows.stream()
                .filter(row -> names.containsKey(row.name()) && !row.isRefusedRequest())
                .collect(Collectors.groupingBy(row -> new Token(row.name())))
                .entrySet()
                .stream()
                .map(entry -> Map.entry(entry.getKey(), since(intents, entry)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<JobRow> since(Map<Token, Instant> intents, Map.Entry<Token, List<JobRow>> named) {
        Instant earliest = intents.getOrDefault(named.getKey(), Instant.MAX).minus(CLOCK_SKEW);
        return named.getValue().stream()
                .filter(row -> !row.submitted().isBefore(earliest))
                .sorted(JobRow.OLDEST_FIRST)
                .toList();
    }

    private static Observation present(List<JobRow> rows) {
        return new Observation.Present(rows.stream().map(JobRow::job).toList());
    }

    private static Map<Token, Observation> unanswered(Collection<Token> tokens, String why) {
        return tokens.stream().collect(Collectors.toMap(token -> token, _ -> new Observation.Unanswered(why)));
    }

    /// One query; several only where the names are too long for one argument.
    private Answer ask(Collection<Token> tokens, Query query) {
        List<JobRow> rows = new ArrayList<>();
        for (String names : Names.chunks(tokens)) {
            switch (ask(query.command(names))) {
                case Answer.Rows(List<JobRow> more) -> rows.addAll(more);
                case Answer.None none -> {
                    return none;
                }
            }
        }
        return new Answer.Rows(rows);
    }

    private Answer ask(List<String> command) {
        Outcome outcome = runner.run(command, QUERY_LIMIT);
        if (outcome instanceof Outcome.Finished finished && finished.exit() == 0) {
            return JobRow.parse(finished.stdout())
                    .<Answer>map(Answer.Rows::new)
                    .orElseGet(() -> new Answer.None(command.getFirst() + ": cannot read: " + finished.stdout()));
        }
        return new Answer.None(command.getFirst() + ": " + outcome.inWords());
    }

    private static List<String> squeue(String names) {
        return List.of(
                "squeue",
                "--noheader",
                "--states=all",
                "--user=" + USER,
                "--name=" + names,
                "--format=" + JobRow.SQUEUE_FORMAT);
    }

    private interface Query {
        List<String> command(String names);
    }

    private sealed interface Answer {
        record Rows(List<JobRow> rows) implements Answer {}

        record None(String why) implements Answer {}
    }
}
