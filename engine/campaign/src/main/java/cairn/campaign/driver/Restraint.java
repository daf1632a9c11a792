package cairn.campaign.driver;

import cairn.cluster.Backoff;
import cairn.cluster.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Leaves a scheduler in peace that does not answer, or that takes no more jobs for now: what the driver remembers of
/// its last answers.
final class Restraint {
    /// Short enough that places which become free are taken soon.
    private static final Duration LONGEST_PAUSE_OF_SUBMITS = Duration.ofMinutes(2);

    private final RandomGenerator random;
    private CircuitBreaker circuit = CircuitBreaker.closed();
    private Backoff submits = Backoff.upTo(LONGEST_PAUSE_OF_SUBMITS);

    Restraint(RandomGenerator random) {
        this.random = random;
    }

    boolean isOpen() {
        return circuit.isOpen();
    }

    /// Whether the scheduler may be asked now: always while it answers, else once per pause.
    boolean mayAsk(Instant now) {
        return circuit.allows(now);
    }

    /// Whether a job may be submitted now.
    boolean maySubmit(Instant now) {
        return circuit.allows(now) && submits.allows(now);
    }

    /// A job was taken.
    void taken() {
        answered();
        submits = submits.taken();
    }

    /// A job was turned away for now.
    void turnedAway(Instant now) {
        answered();
        submits = submits.refused(now, random);
    }

    void answered() {
        circuit = circuit.answered();
    }

    void unanswered(Instant now) {
        circuit = circuit.unanswered(now, random);
    }
}
