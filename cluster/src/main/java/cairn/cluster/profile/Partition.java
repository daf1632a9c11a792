package cairn.cluster.profile;

import cairn.cluster.Resources;
import java.time.Duration;
import java.util.Optional;

/// A named pool of nodes of one kind, and the most that one job may ask of it.
public record Partition(String name, Duration maxWalltime, int coresPerNode, int memoryPerNodeMb, int maxNodes) {
    public Partition {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("not the name of a partition: '" + name + "'");
        }
        if (maxWalltime.isZero() || maxWalltime.isNegative()) {
            throw new IllegalArgumentException("partition " + name + ": max_walltime must be positive");
        }
        if (coresPerNode < 1 || memoryPerNodeMb < 1 || maxNodes < 1) {
            throw new IllegalArgumentException(
                    "partition " + name + ": cores_per_node, memory_per_node_mb and max_nodes must be at least 1");
        }
    }

    /// Nodes that a job needs: as few as its cores allow.
    public int nodes(Resources resources) {
        return Math.ceilDiv(resources.cores(), coresPerNode);
    }

    public int memoryMbPerNode(Resources resources) {
        return Math.ceilDiv(resources.memoryMb(), nodes(resources));
    }

    /// Why the job does not fit, if it does not.
    Optional<String> objection(Resources resources) {
        if (resources.walltime().compareTo(maxWalltime) > 0) {
            return Optional.of(name + " allows " + Walltime.format(maxWalltime) + " of walltime");
        }
        if (nodes(resources) > maxNodes) {
            return Optional.of(name + " allows " + (long) maxNodes * coresPerNode + " cores");
        }
        if (memoryMbPerNode(resources) > memoryPerNodeMb) {
            return Optional.of(name + " allows " + memoryPerNodeMb + " MB on a node");
        }
        return Optional.empty();
    }
}
