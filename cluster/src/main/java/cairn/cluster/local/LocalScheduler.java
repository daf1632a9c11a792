package cairn.cluster.local;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Scheduler;
import cairn.cluster.Submission;
import cairn.cluster.Token;
import cairn.cluster.durable.Durable;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// This machine as a cluster of one node.
///
/// The queue is a spool folder on a local disk. A job runs in a process group of its own under timeout(1), so it
/// outlives the engine, and its walltime is kept without one. It says itself who it is (process id, start time,
/// boot) before its command runs. There is no daemon: each submit and each look-up settles what has ended and starts
/// what fits, first come first served, under a lock that all engines of the machine share. It needs the
/// programs `setsid` and `timeout` (util-linux, coreutils).
public final class LocalScheduler implements Scheduler {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);
    /// Jobs that were over so long ago are forgotten.
    private static final Duration MEMORY = Duration.ofDays(30);

    /// Starts `timeout SECONDS sh FOLDER/run.sh` in a session of its own, and ends when that job has recorded itself.
    /// The named pipe is opened for reading and writing, which never blocks, before the job may write to it.
    private static final String LAUNCH = """
            command -v setsid >/dev/null && command -v timeout >/dev/null || {
                echo 'setsid and timeout are needed to run jobs on this machine' >&2
                exit 69
            }
            rm -f "$1/recorded"
            mkfifo "$1/recorded" || exit
            exec 4<>"$1/recorded"
            setsid timeout --kill-after=10 "$2" sh "$1/run.sh" </dev/null >/dev/null 2>&1 4>&- &
            read -r answer <&4
            rm "$1/recorded"
            """;

    private final Spool spool;
    private final int cores;
    private final int memoryMb;
    private final CommandRunner runner;
    private final InstantSource clock;

    private LocalScheduler(Spool spool, int cores, int memoryMb, CommandRunner runner, InstantSource clock) {
        this.spool = spool;
        this.cores = cores;
        this.memoryMb = memoryMb;
        this.runner = runner;
        this.clock = clock;
    }

    /// A scheduler over the spool folder, which is made when it is not there. Engines that share a machine share the
    /// folder, and should give the same cores and memory.
    public static LocalScheduler of(Path spool, int cores, int memoryMb, CommandRunner runner, InstantSource clock) {
        return new LocalScheduler(new Spool(spool), cores, memoryMb, runner, clock);
    }

    @Override
    public Submission submit(JobRequest request) {
        if (request.resources().cores() > cores || request.resources().memoryMb() > memoryMb) {
            return new Submission.Rejected("this machine lends " + cores + " cores and " + memoryMb
                    + " MB to jobs; this job asks for " + request.resources().cores() + " cores and "
                    + request.resources().memoryMb() + " MB");
        }
        try {
            return spool.locked(() -> new Submission.Accepted(spool.add(request, clock.instant())));
        } catch (IOException | UncheckedIOException e) {
            return new Submission.Unclear("spool " + spool.folder() + ": " + e.getMessage());
        }
    }

    @Override
    public Map<Token, Observation> observe(Map<Token, Instant> intents) {
        try {
            return spool.locked(() -> {
                pump();
                return observed(intents);
            });
        } catch (IOException | UncheckedIOException e) {
            Observation unanswered = new Observation.Unanswered("spool " + spool.folder() + ": " + e.getMessage());
            return intents.keySet().stream().collect(Collectors.toMap(token -> token, _ -> unanswered));
        }
    }

    @Override
    public String cancel(JobId id) {
        try {
            return spool.locked(() -> {
                for (SpooledJob job : spool.jobs()) {
                    if (job.id().equals(id) && !job.state().isOver()) {
                        cancel(job);
                    }
                }
                return "";
            });
        } catch (IOException | UncheckedIOException e) {
            return "spool " + spool.folder() + ": " + e.getMessage();
        }
    }

    /// timeout(1) passes a TERM on to its group, and follows with KILL by itself.
    private void cancel(SpooledJob job) throws IOException {
        job.markCancelled();
        if (job.state() == JobState.RUNNING) {
            signal("TERM", Long.toString(job.process().pid()));
        }
    }

    private Map<Token, Observation> observed(Map<Token, Instant> intents) throws IOException {
        Map<Token, List<SpooledJob>> byToken = spool.jobs().stream().collect(Collectors.groupingBy(SpooledJob::token));
        Map<Token, Observation> seen = new LinkedHashMap<>();
        intents.forEach((token, intent) -> seen.put(token, observed(byToken.getOrDefault(token, List.of()), intent)));
        return seen;
    }

    private static Observation observed(List<SpooledJob> named, Instant intent) {
        List<Observation.Job> ours = named.stream()
                .filter(job -> !job.submitted().isBefore(intent.minus(CLOCK_SKEW)))
                .map(SpooledJob::seen)
                .toList();
        return ours.isEmpty() ? new Observation.Absent() : new Observation.Present(ours);
    }

    /// Settles what has ended, then starts what fits, in order.
    private void pump() throws IOException {
        int freeCores = cores;
        int freeMemoryMb = memoryMb;
        List<SpooledJob> jobs = spool.jobs();
        for (SpooledJob job : jobs) {
            settle(job);
            if (job.state() == JobState.RUNNING) {
                freeCores -= job.cores();
                freeMemoryMb -= job.memoryMb();
            }
        }
        for (SpooledJob job : jobs) {
            if (job.state() == JobState.QUEUED) {
                freeCores -= job.cores();
                freeMemoryMb -= job.memoryMb();
                if (freeCores < 0 || freeMemoryMb < 0) {
                    return;
                }
                launch(job);
            }
        }
    }

    private void settle(SpooledJob job) throws IOException {
        if (job.hasVanished()) {
            killRest(job);
            job.markVanished();
        } else if (job.state().isOver()
                && job.submitted().isBefore(clock.instant().minus(MEMORY))) {
            Durable.delete(job.folder());
        }
    }

    /// The leader of the group is gone; what it started may be alive. A process id is not given away again
    /// while a group of that number exists, so the group is still ours unless the id has a new owner.
    private void killRest(SpooledJob job) {
        if (job.process().mayHaveLeftGroup()) {
            signal("KILL", "-" + job.process().pid());
        }
    }

    /// No answer is wanted: the process may be gone by now, and the next look-up tells.
    private void signal(String name, String target) {
        runner.run(List.of("sh", "-c", "kill -s \"$1\" -- \"$2\" 2>/dev/null", "sh", name, target), COMMAND_LIMIT);
    }

    private void launch(SpooledJob job) throws IOException {
        List<String> command =
                List.of("sh", "-c", LAUNCH, "sh", job.folder().toString(), Long.toString(job.walltimeSeconds()));
        Outcome outcome = runner.run(command, COMMAND_LIMIT);
        boolean done = outcome instanceof Outcome.Finished finished && finished.exit() == 0;
        if (!done) {
            throw new IOException("cannot start job " + job.id() + ": " + outcome.inWords());
        }
    }
}
