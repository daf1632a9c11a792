package cairn.cluster.real;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real Slurm of two virtual nodes, brought up once in the life of this JVM by `src/test/slurm/slurm-fixture`, and
/// taken down at its end, however it ends.
public final class RealSlurm {
    /// What tests lock that use it, as some of them stop its daemons.
    public static final String LOCK = "the real Slurm";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;

    private RealSlurm(Path folder) {
        this.folder = folder;
    }

    /// The one Slurm of this JVM. Skips the test in plain words where none can be brought up.
    public static RealSlurm up() {
        Needs.root();
        Needs.programs(
                "slurmctld", "slurmd", "slurmdbd", "sbatch", "sacct", "munged", "mariadbd", "mariadb-install-db");
        return Holder.SLURM;
    }

    /// Runs commands that talk to this Slurm.
    public CommandRunner runner() {
        return CommandRunner.inherited()
                .and("SLURM_CONF", folder.resolve("etc/slurm.conf").toString());
    }

    /// What a process needs to talk to this Slurm.
    public Path slurmConf() {
        return folder.resolve("etc/slurm.conf");
    }

    /// Stops a unit as if it hung, while the body runs.
    public void whilePaused(String unit, Runnable body) {
        fixture("pause", unit);
        try {
            body.run();
        } finally {
            fixture("cont", unit);
        }
    }

    /// Kills a unit, runs the body, and starts the unit again.
    public void whileDead(String unit, Runnable body) {
        fixture("kill", unit);
        try {
            body.run();
        } finally {
            fixture("start", unit);
        }
    }

    private void fixture(String action, String argument) {
        Path script = Path.of(System.getProperty("cairn.root"), "cluster/src/test/slurm/slurm-fixture");
        Outcome outcome = CommandRunner.inherited()
                .run(List.of("bash", script.toString(), folder.toString(), action, argument), LIMIT);
        assertThat(outcome).as("slurm-fixture %s %s", action, argument).isEqualTo(new Outcome.Finished(0, "", ""));
    }

    private static RealSlurm start() {
        try {
            // Short: unix sockets lie in it.
            RealSlurm slurm = new RealSlurm(Files.createTempDirectory(Path.of("/tmp"), "cairn-slurm"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> slurm.fixture("down", "")));
            slurm.fixture("up", Long.toString(ProcessHandle.current().pid()));
            return slurm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final RealSlurm SLURM = start();
    }
}
