package cairn.cluster.profile;

import java.time.Duration;

/// A walltime as Slurm writes it.
public final class Walltime {
    private Walltime() {}

    /// `days-hours:minutes:seconds` (sbatch(1), `--time`), rounded up to a second.
    public static String format(Duration walltime) {
        Duration up = walltime.plusNanos(999_999_999);
        return "%d-%02d:%02d:%02d".formatted(up.toDaysPart(), up.toHoursPart(), up.toMinutesPart(), up.toSecondsPart());
    }
}
