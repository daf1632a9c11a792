package cairn.cluster.script;

import java.time.Duration;
import java.util.List;

/// When a job ends, for the command to know, which may save what it has in time.
///
/// What was asked for is not what counts: a partition may allow less, and users and administrators move the ends of
/// jobs (`scontrol update JobId=N TimeLimit=..`). Newer versions of Slurm tell a job its end when it starts
/// (SLURM_JOB_END_TIME), PBS its length; Slurm 22.05.8 of Debian 12 tells neither, so there the controller is asked.
/// Where it does not answer, the walltime that was asked for counts from the first line of the script, which lies a
/// moment after the start that the controller has.
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

    /// Lines of the shell which export `CAIRN_END_AT` and `CAIRN_STOP_AT`, in seconds since 1970, and, where the
    /// scheduler can be asked for that end once more, `CAIRN_ASK_END`, a line of the shell that prints it.
    default List<String> lines() {
        return switch (this) {
            case None _ -> List.of();
            case Of(Duration walltime, Duration margin) ->
                List.of("cairn_asked=" + walltime.toSeconds() + " cairn_margin=" + margin.toSeconds(), ScriptText.END);
        };
    }
}
