package cairn.cluster.local;

import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import cairn.cluster.Resources;
import cairn.cluster.Token;
import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A job in the spool. Its state is what the files of its folder and the process table say at the moment of asking.
record SpooledJob(
        Path folder, JobId id, Token token, int cores, int memoryMb, long walltimeSeconds, Instant submitted) {
    /// Start and end are whole seconds, and the process records itself a moment after its walltime began.
    private static final long ROUNDING_SECONDS = 2;

    private static final String VANISHED = "vanished";

    /// The text of the file `request`: CORES MEMORY_MB WALLTIME_SECONDS SUBMITTED_SECONDS.
    static String text(Resources resources, Instant submitted) {
        // timeout(1) takes 0 for no limit.
        long walltimeSeconds = Math.max(1, resources.walltime().toSeconds());
        return "%d %d %d %d%n"
                .formatted(resources.cores(), resources.memoryMb(), walltimeSeconds, submitted.getEpochSecond());
    }

    static SpooledJob read(Path folder) {
        String name = Spool.name(folder);
        int dot = name.indexOf('.');
        String[] words = content(folder.resolve("request")).strip().split(" ");
        return new SpooledJob(
                folder,
                new JobId(Long.toString(Long.parseLong(name.substring(0, dot)))),
                new Token(name.substring(dot + 1)),
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                Instant.ofEpochSecond(Long.parseLong(words[3])));
    }

    /// A process that is gone without a word still counts as running, until the scheduler has settled it.
    JobState state() {
        if (has("exit")) {
            return over();
        }
        if (!has("process")) {
            return has("cancelled") ? JobState.CANCELLED : JobState.QUEUED;
        }
        return JobState.RUNNING;
    }

    Observation.Job seen() {
        JobState state = state();
        return new Observation.Job(
                id, state, has("exit") ? state + ", " + content("exit").strip() : state.name());
    }

    /// Whether its process is gone without a word. The second look: it may have ended well since the first.
    boolean hasVanished() {
        return has("process") && !has("exit") && !process().isAlive() && !has("exit");
    }

    ProcessIdentity process() {
        return ProcessIdentity.parse(content("process"));
    }

    void markCancelled() throws IOException {
        mark("cancelled", "");
    }

    void markVanished() throws IOException {
        mark("exit", VANISHED + "\n");
    }

    private void mark(String name, String content) throws IOException {
        if (!has(name)) {
            Durable.file(folder.resolve(name), content);
        }
    }

    private JobState over() {
        if (has("cancelled")) {
            return JobState.CANCELLED;
        }
        if (has("terminated") && ranItsWalltime()) {
            return JobState.OUT_OF_TIME;
        }
        return content("exit").strip().equals(VANISHED) ? JobState.MACHINE_FAILED : JobState.ENDED;
    }

    private boolean ranItsWalltime() {
        String terminated = content("terminated").strip();
        long elapsedSeconds = terminated.isEmpty()
                ? 0
                : Long.parseLong(terminated) - process().recorded().getEpochSecond();
        return elapsedSeconds >= walltimeSeconds - ROUNDING_SECONDS;
    }

    private boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    private String content(String name) {
        return content(folder.resolve(name));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
