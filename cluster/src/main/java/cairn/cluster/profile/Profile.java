package cairn.cluster.profile;

import cairn.cluster.Resources;
import cairn.cluster.script.JobScript;
import cairn.cluster.script.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One machine where jobs run.
///
/// @param pollInterval between two look-ups of the same campaign
/// @param maxQueuedJobs jobs of one campaign that may wait or run at a time
/// @param stopMargin how long before the end of its walltime a job begins to save and stop
/// @param preparation what each job's script does before its command; its header is the scheduler's alone and empty
/// here
public record Profile(
        String name,
        Site site,
        Duration pollInterval,
        int maxQueuedJobs,
        StopMargin stopMargin,
        JobScript.Preparation preparation) {
    /// The scheduler, and what it must be told.
    public sealed interface Site {}

    /// Slurm; `account` and `qos` are empty where the site has none. A job goes to the first partition that fits.
    public record Slurm(List<Partition> partitions, String account, String qos) implements Site {
        public Slurm {
            partitions = List.copyOf(partitions);
            require(!partitions.isEmpty(), "a Slurm profile needs at least one partition");
            require(account.matches("[A-Za-z0-9_.-]*"), "not an account: '" + account + "'");
            require(qos.matches("[A-Za-z0-9_.-]*"), "not a qos: '" + qos + "'");
        }
    }

    /// This machine itself, and how much of it is lent to jobs.
    public record Local(int cores, int memoryMb) implements Site {
        public Local {
            require(cores >= 1 && memoryMb >= 1, "a local profile needs cores and memory_mb of at least 1");
        }
    }

    public Profile {
        require(name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"), "not the name of a profile: '" + name + "'");
        require(pollInterval.isPositive(), "poll_interval must be positive");
        require(maxQueuedJobs >= 1, "max_queued_jobs must be at least 1");
        require(preparation.header().isEmpty(), "the header of a script follows from the partition");
    }

    /// Why no job with these resources can run here, in words; empty if it can.
    public Optional<String> objection(Resources resources) {
        return switch (site) {
            case Local local -> objection(local, resources);
            case Slurm slurm when partition(slurm, resources).isPresent() -> Optional.empty();
            case Slurm slurm ->
                Optional.of("no partition of " + name + " takes " + inWords(resources) + ": "
                        + slurm.partitions().stream()
                                .flatMap(partition -> partition.objection(resources).stream())
                                .collect(Collectors.joining("; ")));
        };
    }

    /// The partition that the job goes to; none on a local machine, or where none fits.
    public Optional<Partition> partitionFor(Resources resources) {
        return site instanceof Slurm slurm ? partition(slurm, resources) : Optional.empty();
    }

    /// When a job with these resources is to stop.
    public TimeLimit timeLimit(Resources resources) {
        return new TimeLimit.Of(resources.walltime(), stopMargin.in(resources.walltime()));
    }

    /// The preparation of a job's script with these resources, its header included.
    public JobScript.Preparation preparationFor(Resources resources) {
        return preparation.withHeader(header(resources));
    }

    private List<String> header(Resources resources) {
        return switch (site) {
            case Local _ -> List.of();
            case Slurm slurm ->
                header(
                        slurm,
                        partition(slurm, resources)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        objection(resources).orElse("no partition"))),
                        resources);
        };
    }

    private static List<String> header(Slurm slurm, Partition partition, Resources resources) {
        List<String> lines = new ArrayList<>();
        lines.add("#SBATCH --partition=" + partition.name());
        lines.add("#SBATCH --nodes=" + partition.nodes(resources));
        lines.add("#SBATCH --ntasks=" + resources.cores());
        lines.add("#SBATCH --mem=" + partition.memoryMbPerNode(resources) + "M");
        lines.add("#SBATCH --time=" + Walltime.format(resources.walltime()));
        if (!slurm.account().isEmpty()) {
            lines.add("#SBATCH --account=" + slurm.account());
        }
        if (!slurm.qos().isEmpty()) {
            lines.add("#SBATCH --qos=" + slurm.qos());
        }
        return lines;
    }

    private static Optional<Partition> partition(Slurm slurm, Resources resources) {
        return slurm.partitions().stream()
                .filter(partition -> partition.objection(resources).isEmpty())
                .findFirst();
    }

    private Optional<String> objection(Local local, Resources resources) {
        if (resources.cores() <= local.cores() && resources.memoryMb() <= local.memoryMb()) {
            return Optional.empty();
        }
        return Optional.of(name + " lends " + local.cores() + " cores and " + local.memoryMb() + " MB, too little for "
                + inWords(resources));
    }

    private static String inWords(Resources resources) {
        return resources.cores() + " cores, " + resources.memoryMb() + " MB and "
                + Walltime.format(resources.walltime()) + " of walltime";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
