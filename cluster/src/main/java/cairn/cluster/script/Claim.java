package cairn.cluster.script;

import cairn.cluster.JobId;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Who holds an attempt directory: the first job that got there, for ever.
public record Claim(Token token, JobId job, int restart, String host) {
    static final String FILE_NAME = "claim";
    private static final long LIMIT_BYTES = 1000;

    /// The claim of the directory, if a job has made one that can be read by now.
    public static Optional<Claim> read(Transport transport, Path directory) {
        return transport.read(directory.resolve(FILE_NAME), LIMIT_BYTES).flatMap(Claim::parse);
    }

    /// One line of four words; without its line end it is still being written.
    private static Optional<Claim> parse(byte[] content) {
        String line = new String(content, StandardCharsets.UTF_8);
        String[] words = line.split(" ");
        if (words.length != 4 || !line.endsWith("\n") || !words[2].matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Claim(new Token(words[0]), new JobId(words[1]), Integer.parseInt(words[2]), words[3].strip()));
    }
}
