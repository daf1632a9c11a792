package cairn.cluster.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.Watchdog;

/// A watchdog that kills the whole tree: the one of Commons Exec sends TERM to the direct child and leaves
/// grandchildren running.
@SuppressWarnings("deprecation") // the builder cannot build a subclass
final class TreeWatchdog extends ExecuteWatchdog {
    private Optional<Process> watched = Optional.empty();

    TreeWatchdog(Duration limit) {
        super(limit.toMillis());
    }

    @Override
    public synchronized void start(Process process) {
        watched = Optional.of(process);
        super.start(process);
    }

    @Override
    public synchronized void timeoutOccured(Watchdog watchdog) {
        List<ProcessHandle> tree = watched.map(TreeWatchdog::tree).orElse(List.of());
        super.timeoutOccured(watchdog);
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /// The process and its descendants, asked before the first of them dies: orphans have no way back to it.
    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }
}
