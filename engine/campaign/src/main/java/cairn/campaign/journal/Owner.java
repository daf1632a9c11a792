package cairn.campaign.journal;

/// The process that drives a campaign. `bootId` and `pidNamespace` tell whether `pid` means anything here (a
/// container has pids of its own); `startTicks` is the process's start in clock ticks since boot (proc(5), stat
/// field 22), so that a pid that was given to another process is not mistaken for its owner.
public record Owner(String host, String bootId, String pidNamespace, long pid, long startTicks, String user) {
    /// Whether the two could see each other in the process table.
    public boolean sharesProcessTableWith(Owner other) {
        return host.equals(other.host) && bootId.equals(other.bootId) && pidNamespace.equals(other.pidNamespace);
    }

    @Override
    public String toString() {
        return user + " on " + host + " (process " + pid + ")";
    }
}
