package cairn.campaign.fake;

import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A job of the fake cluster: what it does to its directory, and what the scheduler says of it, by the clock alone.
final class FakeJob {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(100);

    final JobId id;
    final Token token;
    final Path directory;
    final Instant taken;
    final Fault fault;
    private boolean started;
    private boolean winner;
    private boolean over;
    private boolean killed;

    FakeJob(JobId id, Token token, Path directory, Instant taken, Fault fault) {
        this.id = id;
        this.token = token;
        this.directory = directory;
        this.taken = taken;
        this.fault = fault;
    }

    /// Lets the job do what is due by now.
    void live(Instant now, FakeWorld world) {
        if (killed || now.isBefore(taken) || isForgotten()) {
            return;
        }
        if (!started && !now.isBefore(start())) {
            started = true;
            winner = world.claim(this);
        }
        if (started && !over && !now.isBefore(processEnd())) {
            over = true;
            if (winner) {
                world.finish(this);
            }
        }
    }

    void kill(Instant now) {
        if (!over && !now.isBefore(taken)) {
            killed = true;
        }
    }

    private Instant start() {
        return taken.plus(WAIT);
    }

    private Instant processEnd() {
        return started && !winner ? start() : start().plus(RUN);
    }

    boolean isForgotten() {
        return fault == Fault.FORGOTTEN;
    }

    /// Whether any source of the scheduler knows it.
    boolean isKnown(Instant now) {
        boolean hasVanished = fault == Fault.VANISHES && winner && !now.isBefore(start().plus(RUN.dividedBy(2)));
        return !now.isBefore(taken) && !isForgotten() && !hasVanished;
    }

    boolean isOver(Instant now) {
        return killed || over || (!isKnown(now) && !now.isBefore(taken));
    }

    JobState state(Instant now) {
        if (killed) {
            return JobState.CANCELLED;
        }
        if (!started) {
            return JobState.QUEUED;
        }
        if (!winner) {
            return JobState.ENDED;
        }
        Duration ran = Duration.between(start(), now);
        boolean isInSecondHalf = ran.compareTo(RUN.dividedBy(2)) >= 0;
        return switch (fault) {
            case SURVIVES_ITS_MACHINE ->
                ran.compareTo(RUN.multipliedBy(3).dividedBy(4)) >= 0 ? JobState.MACHINE_FAILED : JobState.RUNNING;
            case REGRESSES -> over ? JobState.MACHINE_FAILED : isInSecondHalf ? JobState.QUEUED : JobState.RUNNING;
            case MACHINE_FAILS -> over ? JobState.MACHINE_FAILED : JobState.RUNNING;
            case RUNS_OUT_OF_TIME -> over ? JobState.OUT_OF_TIME : JobState.RUNNING;
            default -> over ? JobState.ENDED : JobState.RUNNING;
        };
    }
}
