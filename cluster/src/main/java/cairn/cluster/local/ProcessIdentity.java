package cairn.cluster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process that cannot be mistaken for a later one of the same number: its id, its start in clock ticks since boot
/// (proc(5), field 22 of `stat`), and the boot. Where there is no /proc, the instant of the record stands for both.
record ProcessIdentity(long pid, String startTicks, String bootId, Instant recorded) {
    private static final Path PROC = Path.of("/proc");
    /// Between a process's start and its own record of it, where that is all we have.
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static ProcessIdentity parse(String text) {
        String[] words = text.strip().split(" ");
        return new ProcessIdentity(
                Long.parseLong(words[0]), words[1], words[2], Instant.ofEpochSecond(Long.parseLong(words[3])));
    }

    boolean isAlive() {
        return hasProc() ? isThisBoot() && stat().map(this::isMe).orElse(false) : isAliveWithoutProc();
    }

    /// Whether processes of its group may be alive although it is not: nobody else has its number.
    boolean mayHaveLeftGroup() {
        return hasProc() && isThisBoot() && stat().map(this::isMine).orElse(true);
    }

    /// A zombie is dead: init may reap it late.
    private boolean isMe(String stat) {
        String state = fields(stat)[0];
        return isMine(stat) && !state.equals("Z") && !state.equals("X");
    }

    private boolean isMine(String stat) {
        return fields(stat)[19].equals(startTicks);
    }

    /// From the third on: the second, the command's name in parentheses, may hold blanks.
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private boolean isThisBoot() {
        return text(PROC.resolve("sys/kernel/random/boot_id"))
                .map(boot -> boot.strip().equals(bootId))
                .orElse(false);
    }

    private Optional<String> stat() {
        return text(PROC.resolve(Long.toString(pid)).resolve("stat"));
    }

    private boolean isAliveWithoutProc() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> Duration.between(start, recorded).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
    }

    private boolean hasProc() {
        return !startTicks.equals("none");
    }

    /// A file below /proc vanishes with its process at any moment of the reading.
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
