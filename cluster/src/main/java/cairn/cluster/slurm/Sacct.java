package cairn.cluster.slurm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The question to accounting.
final class Sacct {
    /// sacct takes local time, in which an hour comes twice when summer time ends: ask for one more.
    private static final Duration AMBIGUITY = Duration.ofHours(1);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Sacct() {}

    /// Without a start sacct answers from midnight on. `-D` shows every job of an id that was used again.
    static List<String> command(String names, Instant since) {
        return List.of(
                "sacct",
                "--allocations",
                "--noheader",
                "--parsable2",
                "--duplicates",
                "--user=" + SlurmScheduler.USER,
                "--name=" + names,
                "--starttime=" + LOCAL.format(since.minus(AMBIGUITY).atZone(ZoneId.systemDefault())),
                "--format=" + JobRow.SACCT_FORMAT);
    }
}
