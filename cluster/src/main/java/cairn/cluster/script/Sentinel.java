package cairn.cluster.script;

import cairn.cluster.JobId;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a job left behind when it was over, verified against the files as they can be seen now.
///
/// The sentinel is the file `status.txt`, lines of words with a space between:
///
///     cairn-status 1
///     token TOKEN
///     job ID
///     restart N               (times the scheduler started this id again)
///     host NAME
///     stage prelude|command   (how far the script came)
///     received SIGNAL         (a line for each signal that was passed on)
///     exit CODE | signal N
///     start SECONDS           (since 1970)
///     end SECONDS
///     file BYTES SHA256 NAME  (a line for each output that exists)
///     end-of-status
public sealed interface Sentinel {
    String FILE_NAME = "status.txt";

    /// There is none: the job is not over, or was stopped without warning.
    record Missing() implements Sentinel {}

    /// A file is shorter than it was for the job: a network file system that lags. Look again.
    record NotYetVisible(String file) implements Sentinel {}

    /// It is of another attempt.
    record Foreign(String token) implements Sentinel {}

    /// It is whole, but nothing that our script writes.
    record Unreadable(String why) implements Sentinel {}

    /// A file is not what it was at the end of the job: as long or longer, with other bytes.
    record Altered(String file) implements Sentinel {}

    /// The job is over, and all that it vouches for is here.
    record Complete(
            JobId job,
            int restart,
            String host,
            Stage stage,
            End end,
            List<String> received,
            Instant started,
            Instant ended,
            List<Output> outputs)
            implements Sentinel {
        public Complete {
            received = List.copyOf(received);
            outputs = List.copyOf(outputs);
        }

        /// Whether the job left a file of this name.
        public boolean has(String name) {
            return outputs.stream().anyMatch(output -> output.name().equals(name));
        }
    }

    /// How far the script came.
    enum Stage {
        /// The site's preparations: trouble here is not the code's.
        PRELUDE,
        COMMAND
    }

    /// How the command ended.
    sealed interface End {
        record Exit(int code) implements End {}

        /// As the shell tells it; a program that exits with 128 + n looks the same.
        record Signal(int number) implements End {}
    }

    /// An output file as the job left it.
    record Output(String name, long bytes, String sha256) {}

    /// Reads the sentinel of an attempt and verifies every file that it lists.
    static Sentinel read(Transport transport, Path directory, Token token) {
        Optional<byte[]> content = transport.read(directory.resolve(FILE_NAME), SentinelReader.LIMIT_BYTES);
        if (content.isEmpty()) {
            return new Missing();
        }
        Sentinel said = SentinelReader.parse(new String(content.get(), StandardCharsets.UTF_8), token);
        return said instanceof Complete complete ? verified(complete, transport, directory) : said;
    }

    private static Sentinel verified(Complete complete, Transport transport, Path directory) {
        return complete.outputs().stream()
                .flatMap(output -> doubt(output, transport, directory).stream())
                .findFirst()
                .orElse(complete);
    }

    private static Optional<Sentinel> doubt(Output output, Transport transport, Path directory) {
        Path file = directory.resolve(output.name());
        OptionalLong bytes = transport.size(file);
        if (bytes.isEmpty() || bytes.getAsLong() < output.bytes()) {
            return Optional.of(new NotYetVisible(output.name()));
        }
        boolean same =
                bytes.getAsLong() == output.bytes() && transport.sha256(file).equals(Optional.of(output.sha256()));
        return same ? Optional.empty() : Optional.of(new Altered(output.name()));
    }
}
