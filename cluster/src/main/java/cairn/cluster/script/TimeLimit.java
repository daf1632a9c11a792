package cairn.cluster.script;

import java.time.Duration;
import java.util.List;

/// When a job ends, for the command to know, which may save what it has in time.
///
/// Where the scheduler tells the end of the job (Slurm, SLURM_JOB_END_TIME) or its length (PBS), that counts: it may
/// have granted another walltime than was asked for. Slurm 22.05.8 of Debian 12 tells neither in the environment of a
/// job: there it is the walltime that was asked for, counted from the first line of the script, which lies a moment
/// after the start that the controller has.
public sealed interface TimeLimit {
    /// The script says nothing of it.
    record None() implements TimeLimit {}

    /// What was asked for, and how long before the end a command should begin to stop.
    record Of(Duration walltime, Duration margin) implements TimeLimit {
        public Of {
            if (!walltime.isPositive() || margin.isNegative() || margin.compareTo(walltime) >= 0) {
                throw new IllegalArgumentException("a margin of " + margin + " in a walltime of " + walltime);
            }
        }
    }

    /// Lines of the shell which export `CAIRN_END_AT` and `CAIRN_STOP_AT`, in seconds since 1970.
    default List<String> lines() {
        return switch (this) {
            case None _ -> List.of();
            case Of(Duration walltime, Duration margin) ->
                List.of(
                        "cairn_end=${SLURM_JOB_END_TIME:-$((cairn_start + ${PBS_WALLTIME:-" + walltime.toSeconds()
                                + "}))}",
                        "export CAIRN_END_AT=\"$cairn_end\" CAIRN_STOP_AT=$((cairn_end - " + margin.toSeconds() + "))");
        };
    }
}
