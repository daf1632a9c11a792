package cairn.campaign.owner;

import cairn.campaign.journal.Owner;
import java.time.Duration;
import java.time.Instant;

/// Whether a campaign may be taken from its last owner.
///
/// An owner of our own process table is asked for directly: a dead one is replaced at once and without a word.
/// Of any other we only know its heartbeat: it must stand still for the lease, as our own monotonic clock measures
/// it. The lease is many beats long, so that a slow file server is not taken for a death.
public final class Takeover {
    /// How often an owner beats.
    public static final Duration BEAT = Duration.ofSeconds(10);

    /// How long the heartbeat of an owner on another machine must stand still. NFS clients may show attributes and
    /// contents up to 60 s late (acregmax, nfs(5)), so that this must be longer than that plus one beat.
    public static final Duration LEASE = Duration.ofSeconds(90);

    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final Machine machine;
    private final Pulse pulse;
    private final Stopwatch stopwatch;

    public Takeover(Machine machine, Pulse pulse, Stopwatch stopwatch) {
        this.machine = machine;
        this.pulse = pulse;
        this.stopwatch = stopwatch;
    }

    /// The answer.
    public sealed interface Answer {
        /// The owner is gone.
        record Free() implements Answer {}

        /// The owner is there; `message` says who, since when, and what to do.
        record Held(String message) implements Answer {}
    }

    /// Asks for the owner of `epoch`, who has it since `since`. May take as long as the lease.
    public Answer ask(Owner owner, int epoch, Instant since) {
        if (owner.sharesProcessTableWith(machine.self())) {
            return machine.runs(owner) ? new Answer.Held(heldHere(owner, since)) : new Answer.Free();
        }
        return standsStill(epoch) ? new Answer.Free() : new Answer.Held(heldElsewhere(owner, since));
    }

    private boolean standsStill(int epoch) {
        String before = pulse.read(epoch);
        Duration end = stopwatch.elapsed().plus(LEASE);
        while (stopwatch.elapsed().compareTo(end) < 0) {
            stopwatch.pause(GLANCE);
            if (!pulse.read(epoch).equals(before)) {
                return false;
            }
        }
        return true;
    }

    private static String heldHere(Owner owner, Instant since) {
        return "the campaign is being driven by " + owner + " since " + since + ". Watch it with 'cairn status', or"
                + " stop that process first (Ctrl-C there, or kill " + owner.pid() + "): its jobs go on";
    }

    private static String heldElsewhere(Owner owner, Instant since) {
        return "the campaign is being driven by " + owner + " since " + since + ", and its heartbeat goes on. Watch it"
                + " with 'cairn status', or stop that process on " + owner.host() + " first: its jobs go on";
    }
}
