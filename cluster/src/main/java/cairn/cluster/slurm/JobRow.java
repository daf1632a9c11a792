package cairn.cluster.slurm;

import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A job as a line of squeue or sacct tells it: `id|state|submitted|reason|name`, the time in seconds since 1970.
///
/// The name comes last: it is the only field whose text is not Slurm's own. `reason` is squeue's reason, or the
/// node list in a line of sacct.
record JobRow(JobId id, String state, Instant submitted, String reason, String name) {
    /// In the words of `squeue --format`; with SLURM_TIME_FORMAT=%s.
    static final String SQUEUE_FORMAT = "%i|%T|%V|%r|%j";
    /// In the words of `sacct --format`.
    static final String SACCT_FORMAT = "JobID,State,Submit,NodeList,JobName";

    static final Comparator<JobRow> OLDEST_FIRST = Comparator.comparing(JobRow::submitted)
            .thenComparingInt(row -> row.id().value().length())
            .thenComparing(row -> row.id().value());

    private static final Pattern LINE =
            Pattern.compile("(\\d{1,18})\\|([A-Za-z_]+(?: by \\S+)?\\+?)\\|(\\d{1,12})\\|([^|]*)\\|(.*)");

    /// The rows of an answer, or nothing if any line of it cannot be read: half an answer is none.
    static Optional<List<JobRow>> parse(String text) {
        List<JobRow> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()) {
                return Optional.empty();
            }
            rows.add(of(fields));
        }
        return Optional.of(rows);
    }

    private static JobRow of(Matcher fields) {
        return new JobRow(
                new JobId(fields.group(1)),
                fields.group(2),
                Instant.ofEpochSecond(Long.parseLong(fields.group(3))),
                fields.group(4),
                fields.group(5));
    }

    /// A failed row of a request that sbatch refused: it burned an id, and never was a job.
    boolean isRefusedRequest() {
        return state.equals("FAILED") && (reason.equals("BadConstraints") || reason.equals("None assigned"));
    }

    boolean isOver() {
        return jobState().isOver();
    }

    JobState jobState() {
        return SlurmStates.of(state, reason);
    }

    Observation.Job job() {
        String raw = SlurmStates.isKnown(state) ? state : state + " (not a state we know; taken as alive)";
        return new Observation.Job(id, jobState(), reason.isEmpty() ? raw : raw + ", " + reason);
    }
}
