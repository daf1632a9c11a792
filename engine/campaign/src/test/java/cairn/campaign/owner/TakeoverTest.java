package cairn.campaign.owner;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.journal.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoverTest {
    private static final Owner SELF = new Owner("here", "boot", "pid:[1]", 10, 100, "me");
    private static final Owner NEIGHBOUR = new Owner("here", "boot", "pid:[1]", 11, 200, "you");
    private static final Owner FAR = new Owner("there", "other", "pid:[1]", 11, 200, "you");
    private static final Instant SINCE = Instant.parse("2026-11-23T12:00:00Z");

    /// A watch that passes as it is paused.
    private static final class HandWatch implements Stopwatch {
        private Duration elapsed = Duration.ZERO;

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void pause(Duration duration) {
            elapsed = elapsed.plus(duration);
        }
    }

    private final HandWatch watch = new HandWatch();

    private Takeover takeover(boolean ownerRuns, LongUnaryOperator counterAtSecond) {
        Machine machine = new Machine() {
            @Override
            public Owner self() {
                return SELF;
            }

            @Override
            public boolean runs(Owner owner) {
                return ownerRuns;
            }
        };
        Pulse pulse = new Pulse() {
            @Override
            public String read(int epoch) {
                return Long.toString(counterAtSecond.applyAsLong(watch.elapsed().toSeconds()));
            }

            @Override
            public void beat(int epoch, long count) {
                throw new IllegalStateException("nobody's business here");
            }
        };
        return new Takeover(machine, pulse, watch);
    }

    @Test
    void a_dead_owner_of_this_machine_is_replaced_at_once() {
        assertThat(takeover(false, s -> s).ask(NEIGHBOUR, 1, SINCE)).isInstanceOf(Takeover.Answer.Free.class);
        assertThat(watch.elapsed()).isZero();
    }

    @Test
    void a_living_owner_of_this_machine_keeps_the_campaign() {
        assertThat(takeover(true, s -> 0).ask(NEIGHBOUR, 1, SINCE))
                .isInstanceOfSatisfying(
                        Takeover.Answer.Held.class,
                        held -> assertThat(held.message())
                                .contains("you on here (process 11)", "2026-11-23T12:00:00Z", "kill 11"));
    }

    @Test
    void an_owner_elsewhere_whose_heart_beats_keeps_the_campaign() {
        assertThat(takeover(false, second -> second / 10).ask(FAR, 1, SINCE))
                .isInstanceOfSatisfying(
                        Takeover.Answer.Held.class,
                        held -> assertThat(held.message()).contains("you on there", "heartbeat"));
        assertThat(watch.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void an_owner_elsewhere_is_replaced_after_a_silent_lease() {
        assertThat(takeover(false, _ -> 5).ask(FAR, 1, SINCE)).isInstanceOf(Takeover.Answer.Free.class);
        assertThat(watch.elapsed()).isGreaterThanOrEqualTo(Takeover.LEASE);
    }

    @Test
    void the_real_machine_knows_itself_alive_and_another_start_dead() {
        LinuxMachine machine = new LinuxMachine();
        Owner self = machine.self();
        Owner reborn = new Owner(
                self.host(), self.bootId(), self.pidNamespace(), self.pid(), self.startTicks() + 1, self.user());
        assertThat(machine.runs(self)).isTrue();
        assertThat(machine.runs(reborn)).isFalse();
    }

    @Test
    void a_heartbeat_is_read_back(@TempDir Path folder) {
        FilePulse pulse = new FilePulse(folder);
        assertThat(pulse.read(3)).isEmpty();
        pulse.beat(3, 41);
        pulse.beat(3, 42);
        assertThat(pulse.read(3)).isEqualTo("42");
    }
}
