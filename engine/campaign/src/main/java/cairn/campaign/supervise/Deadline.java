package cairn.campaign.supervise;

import cairn.codes.task.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// When a job ends, and when it must begin to save and stop.
public record Deadline(Instant stopAt, Instant endAt, InstantSource clock) {
    /// What the job's script tells, in seconds since 1970 (`cairn.cluster.script.TimeLimit`).
    private static final String STOP = "CAIRN_STOP_AT";

    private static final String END = "CAIRN_END_AT";

    /// No job lasts longer, Slurm's UNLIMITED included.
    private static final Duration LONGEST = Duration.ofDays(3650);

    /// The next step may take longer than any before it.
    private static final double CAUTION = 1.2;

    public Deadline {
        if (stopAt.isAfter(endAt)) {
            throw new IllegalArgumentException("a job that stops at " + stopAt + " but ends at " + endAt);
        }
    }

    /// That of the job in whose environment we run; one that nobody knows is years away.
    public static Deadline ofJob() {
        return of(System.getenv(), InstantSource.system());
    }

    static Deadline of(Map<String, String> environment, InstantSource clock) {
        Instant never = clock.instant().plus(LONGEST);
        Instant end = instant(environment.getOrDefault(END, ""), never);
        Instant stop = instant(environment.getOrDefault(STOP, ""), end);
        return new Deadline(stop.isAfter(end) ? end : stop, end, clock);
    }

    private static Instant instant(String seconds, Instant otherwise) {
        return seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : otherwise;
    }

    /// Until it is time to stop; zero once it is.
    public Duration left() {
        Duration left = Duration.between(clock.instant(), stopAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The same for a code.
    Room.Time time() {
        Duration left = left();
        return left.compareTo(LONGEST.dividedBy(2)) > 0 ? new Room.Time.Unlimited() : new Room.Time.AtMost(left);
    }

    /// Until the end of the job.
    Duration leftInAll() {
        Duration left = Duration.between(clock.instant(), endAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Whether something that took no longer than this so far may be begun once more.
    public boolean leavesRoomFor(Duration longest) {
        return left().toMillis() > CAUTION * longest.toMillis();
    }
}
