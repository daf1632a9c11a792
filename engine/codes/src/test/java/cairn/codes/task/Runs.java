package cairn.codes.task;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs of codes in folders, for tests with the real programs.
public final class Runs {
    private static final int MOST_PIECES = 30;

    private Runs() {}

    /// Starts a run in a folder that it may find things in already.
    public static Process start(NativeRuns code, Task task, Start start, Room room, Path folder) {
        try {
            Files.createDirectories(folder);
            code.provide(task, folder);
            Deck deck = code.deck(task, start, room);
            for (var file : deck.files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            ProcessBuilder command = new ProcessBuilder(deck.command())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(deck.screen()).toFile());
            command.environment().putAll(deck.environment());
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it to its end.
    public static Reading run(NativeRuns code, Task task, Start start, Room room, Path folder)
            throws InterruptedException {
        start(code, task, start, room, folder).waitFor();
        return code.read(task, start, folder);
    }

    public static Reading run(NativeRuns code, Task task, Path folder) throws InterruptedException {
        return run(code, task, new Start.Beginning(), Room.unlimited(1), folder);
    }

    /// Puts what a run has saved where another is to go on from it; whether there was anything.
    public static boolean carry(NativeRuns code, Task task, Path from, Path to) {
        var saved = code.saved(task, from);
        saved.forEach((name, file) -> {
            try {
                Files.createDirectories(to.resolve(name).getParent());
                Files.copy(file, to.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return !saved.isEmpty();
    }

    /// Run after run, each with little time, until one of them is the last.
    ///
    /// @param seconds of the first; one that comes nowhere is followed by one with twice as many
    public static List<Reading> inPieces(NativeRuns code, Task task, int seconds, Path folder)
            throws InterruptedException {
        List<Reading> readings = new ArrayList<>();
        Start start = new Start.Beginning();
        Path from = folder;
        int allowed = seconds;
        while (readings.size() < MOST_PIECES) {
            Path here = folder.resolve("piece-" + readings.size());
            if (start instanceof Start.Saved) {
                carry(code, task, from, here);
            }
            Room room = new Room(1, new Room.Time.AtMost(Duration.ofSeconds(allowed)));
            Reading reading = run(code, task, start, room, here);
            readings.add(reading);
            if (!(reading instanceof Reading.Stopped(var _, Reading.Reached reached))) {
                break;
            }
            allowed = reached.steps() > start.stepsDone() ? seconds : 2 * allowed;
            if (!code.saved(task, here).isEmpty()) {
                start = new Start.Saved(reached.steps());
                from = here;
            } else if (!reached.structures().isEmpty()) {
                start = new Start.Later(reached.structures(), reached.steps());
            }
        }
        return readings;
    }
}
