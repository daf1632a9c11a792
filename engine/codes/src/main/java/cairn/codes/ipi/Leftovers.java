package cairn.codes.ipi;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sockets of servers that were killed before their client called.
final class Leftovers {
    /// A container has processes that we cannot see, but its clients call within this.
    private static final Duration YOUNG = Duration.ofMinutes(15);

    private Leftovers() {}

    /// Removes the directories `<folder>/<prefix><process>-<random>` whose process is gone. Those of other users stay,
    /// as they must.
    static void sweep(Path folder, String prefix) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-\\d+");
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path candidate : candidates) {
                Matcher matcher = name.matcher(candidate.getFileName().toString());
                if (matcher.matches() && isDead(Long.parseLong(matcher.group(1)))) {
                    remove(candidate);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isDead(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    private static void remove(Path directory) {
        try {
            if (Files.getLastModifiedTime(directory)
                    .toInstant()
                    .isBefore(Instant.now().minus(YOUNG))) {
                Files.deleteIfExists(directory.resolve(IpiServer.SOCKET));
                Files.deleteIfExists(directory);
            }
        } catch (IOException _) {
            // Another user's, or already removed by somebody else's sweep.
        }
    }
}
