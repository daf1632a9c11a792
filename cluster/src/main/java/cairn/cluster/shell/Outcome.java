package cairn.cluster.shell;

import java.time.Duration;

/// What became of a command.
public sealed interface Outcome {
    /// It ended by itself; `exit` is 128 + n after signal n.
    record Finished(int exit, String stdout, String stderr) implements Outcome {}

    /// It was still running after the limit, and was killed with everything it had started. Whatever it was
    /// to do may have been done.
    record TimedOut(Duration limit) implements Outcome {}

    /// It ended, but said more than anybody will read.
    record Flooded(int exit, long bytes) implements Outcome {}

    /// It was never started.
    record NotStarted(String why) implements Outcome {}

    /// One line for a person.
    default String inWords() {
        return switch (this) {
            case Finished(int exit, String stdout, String stderr) -> "exit " + exit + said(stdout, stderr);
            case TimedOut(Duration limit) -> "no end after " + limit.toSeconds() + " s, killed";
            case Flooded(int exit, long bytes) -> "exit " + exit + " after " + bytes + " bytes of output";
            case NotStarted(String why) -> "could not be started: " + why;
        };
    }

    private static String said(String stdout, String stderr) {
        String words = (stderr.isBlank() ? stdout : stderr).strip().replaceAll("\\s*\\R\\s*", "; ");
        if (words.isEmpty()) {
            return "";
        }
        return ": " + (words.length() <= 500 ? words : words.substring(0, 500) + " ...");
    }
}
