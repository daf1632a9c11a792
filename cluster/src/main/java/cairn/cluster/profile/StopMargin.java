package cairn.cluster.profile;

import java.time.Duration;
import java.util.stream.Stream;

/// How long before the end of its walltime a job begins to save and stop.
public sealed interface StopMargin {
    /// What a site has not said otherwise: a minute or a twentieth of the walltime, whichever is more, but no more than
    /// a third of it.
    record Usual() implements StopMargin {
        private static final Duration LEAST = Duration.ofSeconds(60);
    }

    /// What the profile says, but no more than nine tenths of the walltime.
    record Of(Duration margin) implements StopMargin {
        public Of {
            if (!margin.isPositive()) {
                throw new IllegalArgumentException("stop_margin must be positive");
            }
        }
    }

    default Duration in(Duration walltime) {
        return switch (this) {
            case Usual _ -> least(longer(Usual.LEAST, walltime.dividedBy(20)), walltime.dividedBy(3));
            case Of(Duration margin) -> least(margin, walltime.multipliedBy(9).dividedBy(10));
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration least(Duration one, Duration other) {
        return Stream.of(one, other).min(Duration::compareTo).orElseThrow();
    }
}
