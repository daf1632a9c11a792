package cairn.cluster.slurm;

import static java.util.Map.entry;

import cairn.cluster.JobState;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What Slurm's words for states and reasons mean for us.
final class SlurmStates {
    /// Every state of the "JOB STATE CODES" of squeue(1) and sacct(1) of Slurm 22.05, and those that newer versions
    /// added (LAUNCH_FAILED, RECONFIG_FAIL, POWER_UP_NODE, EXPEDITING: Slurm 24.05 to 25.05).
    private static final Map<String, JobState> STATES = Map.ofEntries(
            entry("BOOT_FAIL", JobState.MACHINE_FAILED),
            entry("CANCELLED", JobState.CANCELLED),
            entry("COMPLETED", JobState.ENDED),
            entry("CONFIGURING", JobState.QUEUED),
            // Processes may still be alive, so it is not over.
            entry("COMPLETING", JobState.RUNNING),
            entry("DEADLINE", JobState.OUT_OF_TIME),
            entry("EXPEDITING", JobState.QUEUED),
            entry("FAILED", JobState.ENDED),
            entry("LAUNCH_FAILED", JobState.MACHINE_FAILED),
            entry("NODE_FAIL", JobState.MACHINE_FAILED),
            entry("OUT_OF_MEMORY", JobState.OUT_OF_MEMORY),
            entry("PENDING", JobState.QUEUED),
            entry("POWER_UP_NODE", JobState.QUEUED),
            entry("PREEMPTED", JobState.MACHINE_FAILED),
            entry("RECONFIG_FAIL", JobState.MACHINE_FAILED),
            entry("REQUEUED", JobState.QUEUED),
            entry("REQUEUE_FED", JobState.QUEUED),
            entry("REQUEUE_HOLD", JobState.STUCK),
            entry("RESIZING", JobState.RUNNING),
            entry("RESV_DEL_HOLD", JobState.STUCK),
            // A sibling in a federation was taken instead; this one never ran.
            entry("REVOKED", JobState.CANCELLED),
            entry("RUNNING", JobState.RUNNING),
            entry("SIGNALING", JobState.RUNNING),
            entry("SPECIAL_EXIT", JobState.STUCK),
            entry("STAGE_OUT", JobState.RUNNING),
            entry("STOPPED", JobState.RUNNING),
            entry("SUSPENDED", JobState.RUNNING),
            entry("TIMEOUT", JobState.OUT_OF_TIME));

    /// Reasons of a pending job that do not go away by waiting; lower case, without blanks or underscores. Not
    /// JobHeldUser: who holds his own job means to release it.
    private static final Set<String> HOPELESS = Set.of(
            "badconstraints",
            "dependencyneversatisfied",
            "invalidaccount",
            "invalidqos",
            "jobheldadmin",
            "launchfailedrequeuedheld",
            "partitionconfig",
            "partitionnodelimit",
            "partitiontimelimit");

    private SlurmStates() {}

    /// The meaning of a state with its reason. A state that we do not know is alive: ending a job on a word
    /// that nobody here has read would be a guess.
    static JobState of(String state, String reason) {
        // sacct says "CANCELLED by 1000".
        JobState known = STATES.getOrDefault(firstWord(state), JobState.RUNNING);
        return known == JobState.QUEUED && isHopeless(reason) ? JobState.STUCK : known;
    }

    static boolean isKnown(String state) {
        return STATES.containsKey(firstWord(state));
    }

    static Set<String> all() {
        return STATES.keySet();
    }

    private static boolean isHopeless(String reason) {
        return HOPELESS.contains(reason.toLowerCase(Locale.ROOT).replaceAll("[ _]", ""));
    }

    private static String firstWord(String state) {
        int blank = state.indexOf(' ');
        return blank < 0 ? state : state.substring(0, blank);
    }
}
