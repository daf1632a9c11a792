package cairn.cli.campaign;

import cairn.campaign.owner.LinuxMachine;
import cairn.cli.engine.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Where things of this installation and this user are.
///
/// @param profiles folders that hold cluster profiles, the user's own first
/// @param spool the queue of this machine, shared by all campaigns of the user
/// @param viewer where `install-viewer` leaves the library that shows structures
/// @param cairn the argv that starts Cairn inside a job
/// @param version what `cairn --version` says
public record Installation(List<Path> profiles, Path spool, Path viewer, List<String> cairn, String version) {
    public Installation {
        profiles = List.copyOf(profiles);
        cairn = List.copyOf(cairn);
        Objects.requireNonNull(spool);
        Objects.requireNonNull(viewer);
        Objects.requireNonNull(version);
    }

    /// The installation in `home`, for the user whose home folder is `user`. Home folders are shared between machines,
    /// processes are not: each host has a queue of its own.
    public static Installation of(Path home, Path user, List<String> cairn, String version) {
        Path mine = user.resolve(".cairn");
        return new Installation(
                List.of(mine.resolve("profiles"), home.resolve("cluster").resolve("profiles")),
                mine.resolve("local").resolve(new LinuxMachine().self().host()),
                home.resolve(".cairn").resolve("viewer"),
                cairn,
                version);
    }

    /// Says that something the user named is not there.
    static void complain(Console console, String what, String advice) {
        console.complain(what + (advice.isEmpty() ? "" : "; " + advice));
    }
}
