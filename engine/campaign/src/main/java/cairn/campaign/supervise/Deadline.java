package cairn.campaign.supervise;

import cairn.codes.task.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// When a job ends, and when it must begin to save and stop.
///
/// Ends are moved while jobs run. So the scheduler is asked once more shortly before the stop, and again only if it
/// said that the end comes later now: schedulers bear no polling. An end that was brought forward is seen only if the
/// job still runs when it asks; any other job is killed, and the next one goes on from what it had saved.
public final class Deadline {
    /// What the job's script tells, in seconds since 1970 (`cairn.cluster.script.TimeLimit`).
    private static final String STOP = "CAIRN_STOP_AT";

    private static final String END = "CAIRN_END_AT";

    /// No job lasts longer, Slurm's UNLIMITED included.
    private static final Duration LONGEST = Duration.ofDays(3650);

    /// The next step may take longer than any before it.
    private static final double CAUTION = 1.2;

    /// Before the stop; more than it takes a scheduler to answer, or to be given up.
    private static final Duration SHORTLY = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final EndQuestion question;
    private Term term;
    private boolean mayHaveMoved = true;

    private Deadline(Term term, InstantSource clock, EndQuestion question) {
        this.term = term;
        this.clock = clock;
        this.question = question;
    }

    /// What is known of it now.
    private record Term(Instant stopAt, Instant endAt) {
        Term {
            if (stopAt.isAfter(endAt)) {
                throw new IllegalArgumentException("a job that stops at " + stopAt + " but ends at " + endAt);
            }
        }

        Term endingAt(Instant end) {
            return new Term(end.minus(Duration.between(stopAt, endAt)), end);
        }
    }

    /// One that nobody moves.
    static Deadline fixed(Instant stopAt, Instant endAt, InstantSource clock) {
        return new Deadline(new Term(stopAt, endAt), clock, Optional::empty);
    }

    /// One that may be moved, as the question tells.
    static Deadline movable(Instant stopAt, Instant endAt, InstantSource clock, EndQuestion question) {
        return new Deadline(new Term(stopAt, endAt), clock, question);
    }

    /// That of the job in whose environment we run; one that nobody knows is years away.
    public static Deadline ofJob() {
        return of(System.getenv(), InstantSource.system());
    }

    static Deadline of(Map<String, String> environment, InstantSource clock) {
        Instant never = clock.instant().plus(LONGEST);
        Instant end = EndQuestion.instant(environment.getOrDefault(END, "")).orElse(never);
        Instant stop = EndQuestion.instant(environment.getOrDefault(STOP, "")).orElse(end);
        return movable(stop.isAfter(end) ? end : stop, end, clock, EndQuestion.of(environment));
    }

    /// Until it is time to stop; zero once it is.
    public Duration left() {
        return leftAtLeast(SHORTLY);
    }

    /// The same for a code.
    Room.Time time() {
        Duration left = left();
        return left.compareTo(LONGEST.dividedBy(2)) > 0 ? new Room.Time.Unlimited() : new Room.Time.AtMost(left);
    }

    /// Until the end of the job.
    synchronized Duration leftInAll() {
        return until(term.endAt());
    }

    /// Whether something that took no longer than this so far may be begun once more.
    public boolean leavesRoomFor(Duration longest) {
        Duration needed = Duration.ofMillis((long) (CAUTION * longest.toMillis()));
        return leftAtLeast(needed).compareTo(needed) > 0;
    }

    /// The time left; asks where that is too little.
    private synchronized Duration leftAtLeast(Duration enough) {
        if (mayHaveMoved && until(term.stopAt()).compareTo(enough) <= 0) {
            Instant known = term.endAt();
            question.end().ifPresent(end -> term = term.endingAt(end));
            mayHaveMoved = term.endAt().isAfter(known);
        }
        return until(term.stopAt());
    }

    private Duration until(Instant instant) {
        Duration left = Duration.between(clock.instant(), instant);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
