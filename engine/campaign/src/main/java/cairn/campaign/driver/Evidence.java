package cairn.campaign.driver;

import cairn.campaign.calculation.Ending;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What jobs leave in their attempt directories to be believed: the claim, made first, and the sentinel, made last.
/// A directory that cannot be looked at is an UncheckedIOException.
public interface Evidence {
    /// The job that owns the directory; empty while none has claimed it.
    Optional<JobId> claim(Path directory);

    /// What the sentinel of that token says of those outputs.
    Verdict sentinel(Token token, Path directory, List<String> outputs);

    /// Why the machine ended that job, in what its daemons wrote beside the job's output; empty if they did not say.
    Optional<Killing> killing(Path directory, JobId job);

    /// What is known of the end of a job by both, the scheduler and that. The states of schedulers do not always tell:
    /// Slurm 22.05 that killed a job for its memory says FAILED.
    default Ending explained(Path directory, Ending ending) {
        return switch (ending) {
            case Ending.Reported(var job, var state, var raw)
            when state == JobState.ENDED || state == JobState.CANCELLED ->
                killing(directory, job)
                        .<Ending>map(why -> new Ending.Reported(job, why.meaning(), raw + "; " + why.words()))
                        .orElse(ending);
            case Ending.Reported _, Ending.Gone _ -> ending;
        };
    }

    /// The words with which a job was ended, and the state that they mean.
    record Killing(JobState meaning, String words) {}

    /// What a sentinel says.
    sealed interface Verdict {
        /// There is no sentinel of this token.
        record Missing() implements Verdict {}

        /// There is one, but a file that it lists is not there yet, or not in its full length.
        record NotYetVisible(String file) implements Verdict {}

        /// All that it lists is there. The command's exit status is evidence for the parser, not success.
        record Complete(int exitStatus) implements Verdict {}
    }
}
