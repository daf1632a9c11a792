package cairn.cluster.profile;

import cairn.cluster.Scheduler;
import cairn.cluster.local.LocalScheduler;
import cairn.cluster.shell.CommandRunner;
import cairn.cluster.slurm.SlurmScheduler;
import java.nio.file.Path;
import java.time.InstantSource;

/// The schedulers that profiles name.
public final class Schedulers {
    private Schedulers() {}

    /// The profile's scheduler. The spool is the queue of this machine, used by a local profile alone; every engine
    /// of a user should share one.
    public static Scheduler of(Profile profile, Path spool, CommandRunner runner, InstantSource clock) {
        return switch (profile.site()) {
            case Profile.Local(int cores, int memoryMb) -> LocalScheduler.of(spool, cores, memoryMb, runner, clock);
            case Profile.Slurm _ -> SlurmScheduler.of(runner, clock);
        };
    }
}
