package cairn.campaign.driver;

import cairn.cluster.JobId;
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
