package cairn.cli.command;

import cairn.campaign.journal.CorruptJournal;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.neb.algebra.PreferenceMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What nobody foresaw, in one line; the stack trace goes to a file.
final class Faults {
    private Faults() {}

    /// What is wrong with the environment is the user's mistake; a file or connection that failed, or a file
    /// that is no longer what was written, is the world's trouble; all else is a fault of ours.
    static int explain(Exception trouble, Console console) {
        return switch (trouble) {
            case CorruptJournal damaged -> {
                console.complain(sentence(damaged));
                yield Exit.WORLD.status();
            }
            case PreferenceMistake mistake -> {
                console.complain(sentence(mistake));
                yield Exit.WRONG.status();
            }
            case UncheckedIOException world -> {
                console.complain(
                        sentence(world) + ". Nothing is lost; run the same command again. " + details(trouble));
                yield Exit.WORLD.status();
            }
            default -> {
                console.complain(
                        "this is a fault of Cairn, not of yours: " + sentence(trouble) + ". " + details(trouble));
                yield Exit.FAULT.status();
            }
        };
    }

    /// The message, with the reason that only the cause tells.
    private static String sentence(Exception trouble) {
        return switch (trouble.getCause()) {
            case FileSystemException cause when cause.getReason() != null -> first(trouble) + ": " + cause.getReason();
            case FileSystemException cause ->
                first(trouble) + " (" + cause.getClass().getSimpleName() + ")";
            case null, default -> first(trouble);
        };
    }

    private static String first(Exception trouble) {
        String message = trouble.getMessage();
        String text = message == null ? trouble.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(trouble.getClass().getSimpleName());
    }

    private static String details(Exception trouble) {
        var trace = new StringWriter();
        trouble.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("cairn-", ".txt");
            Files.writeString(file, trace.toString());
            return "Details: " + file;
        } catch (IOException e) {
            return "Details could not be written: " + e.getMessage();
        }
    }
}
