package cairn.campaign.owner;

import cairn.campaign.journal.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A Linux machine, through proc(5). Where a file of it is missing the owner simply looks like one of another machine
/// to the next process, and its heartbeat decides.
public final class LinuxMachine implements Machine {
    /// Field 22 of /proc/pid/stat, counted from the state (field 3), which follows the name in brackets.
    private static final int START_TIME_AFTER_STATE = 19;

    /// This one.
    public LinuxMachine() {}

    @Override
    public Owner self() {
        long pid = ProcessHandle.current().pid();
        return new Owner(
                hostName(),
                line(Path.of("/proc/sys/kernel/random/boot_id")),
                pidNamespace(),
                pid,
                startTicks(pid).orElse(-1),
                System.getProperty("user.name", "unknown"));
    }

    @Override
    public boolean runs(Owner owner) {
        OptionalLong ticks = startTicks(owner.pid());
        return ticks.isPresent() && ticks.getAsLong() == owner.startTicks();
    }

    /// When the process started, in ticks since boot; empty when there is none or it is a zombie.
    private static OptionalLong startTicks(long pid) {
        String stat = line(Path.of("/proc/" + pid + "/stat"));
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return OptionalLong.empty();
        }
        String[] fields = stat.substring(name + 2).split(" ");
        return fields[0].equals("Z")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(fields[START_TIME_AFTER_STATE]));
    }

    private static String hostName() {
        String name = line(Path.of("/proc/sys/kernel/hostname"));
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }

    private static String pidNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
