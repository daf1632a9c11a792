package cairn.campaign.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `native.log`: every run of a task, over all attempts, a line for each thing that is learned of one.
///
///     line  := begun | noted | unfit, then "\n"
///     begun := "begun" folder ("beginning" | "saved" | "later") int     how it began, and the steps done before
///     noted := "noted" folder checksum                                 what it had saved when it ended
///     unfit := "unfit" folder                                          what it saved is of no use
///
/// A line that was cut is no line.
public final class RunLog {
    /// Carried from attempt to attempt.
    public static final String NAME = "native.log";

    private final Path file;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    private RunLog(Path file) {
        this.file = file;
    }

    static RunLog open(Path directory) {
        RunLog log = new RunLog(directory.resolve(NAME));
        log.load();
        return log;
    }

    /// What was cut by a kill is cut off, or the next line would be written behind it.
    private void load() {
        try {
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
            String whole = text.substring(0, 1 + text.lastIndexOf('\n'));
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            whole.lines().forEach(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void take(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "begun" ->
                runs.put(
                        words[1],
                        new Run(
                                words[1],
                                Run.Begin.valueOf(words[2].toUpperCase(Locale.ROOT)),
                                Integer.parseInt(words[3]),
                                new Run.Saved.Unknown()));
            case "noted" -> runs.computeIfPresent(words[1], (_, run) -> run.with(new Run.Saved.Noted(words[2])));
            case "unfit" -> runs.computeIfPresent(words[1], (_, run) -> run.with(new Run.Saved.Unfit()));
            default -> throw new IllegalStateException("no such line in " + file + ": " + line);
        }
    }

    /// In their order.
    List<Run> runs() {
        return new ArrayList<>(runs.values());
    }

    void begun(Run run) {
        write("begun " + run.folder() + " " + run.begin().name().toLowerCase(Locale.ROOT) + " " + run.stepsBefore());
    }

    void noted(Run run, String checksum) {
        write("noted " + run.folder() + " " + checksum);
    }

    void unfit(Run run) {
        write("unfit " + run.folder());
    }

    /// On the disk before anything is done that it tells of.
    private void write(String line) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        take(line);
    }
}
