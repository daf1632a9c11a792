package cairn.cluster.script;

import cairn.cluster.JobId;
import cairn.cluster.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text of a sentinel, strictly: lines in their order, nothing else.
final class SentinelReader {
    /// A hundred bytes a file, and a job lists few.
    static final long LIMIT_BYTES = 1 << 20;

    private static final String TRAILER = "end-of-status\n";
    private static final Pattern FILE = Pattern.compile("file (\\d{1,18}) ([0-9a-f]{64}) (\\S+)");

    private final List<String> lines;
    private int next;

    private SentinelReader(List<String> lines) {
        this.lines = lines;
    }

    /// Complete, but for the files themselves; or why not.
    static Sentinel parse(String text, Token token) {
        if (!text.endsWith("\n" + TRAILER)) {
            return new Sentinel.NotYetVisible(Sentinel.FILE_NAME);
        }
        try {
            return new SentinelReader(text.lines().toList()).sentinel(token);
        } catch (Malformed e) {
            return new Sentinel.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Sentinel sentinel(Token token) throws Malformed {
        word("cairn-status", "1");
        String owner = word("token", "\\S+");
        if (!owner.equals(token.value())) {
            return new Sentinel.Foreign(owner);
        }
        JobId job = new JobId(word("job", "[A-Za-z0-9._:-]{1,64}"));
        int restart = Integer.parseInt(word("restart", "\\d{1,9}"));
        String host = word("host", "\\S+");
        Sentinel.Stage stage =
                word("stage", "prelude|command").equals("prelude") ? Sentinel.Stage.PRELUDE : Sentinel.Stage.COMMAND;
        List<String> received = received();
        Sentinel.End end = end();
        Instant started = instant("start");
        Instant ended = instant("end");
        return new Sentinel.Complete(job, restart, host, stage, end, received, started, ended, outputs());
    }

    private List<String> received() throws Malformed {
        List<String> signals = new ArrayList<>();
        while (peek().startsWith("received ")) {
            signals.add(word("received", "[A-Z0-9]+"));
        }
        return signals;
    }

    private Sentinel.End end() throws Malformed {
        if (peek().startsWith("signal ")) {
            return new Sentinel.End.Signal(Integer.parseInt(word("signal", "\\d{1,3}")));
        }
        return new Sentinel.End.Exit(Integer.parseInt(word("exit", "\\d{1,3}")));
    }

    private Instant instant(String key) throws Malformed {
        return Instant.ofEpochSecond(Long.parseLong(word(key, "\\d{1,12}")));
    }

    private List<Sentinel.Output> outputs() throws Malformed {
        List<Sentinel.Output> outputs = new ArrayList<>();
        while (next < lines.size() - 1) {
            outputs.add(output(lines.get(next++)));
        }
        return outputs;
    }

    private static Sentinel.Output output(String line) throws Malformed {
        Matcher file = FILE.matcher(line);
        if (!file.matches() || !JobScript.isOutputName(file.group(3))) {
            throw new Malformed("not the line of a file: " + line);
        }
        return new Sentinel.Output(file.group(3), Long.parseLong(file.group(1)), file.group(2));
    }

    /// The value of the line `key value`, which must match.
    private String word(String key, String pattern) throws Malformed {
        String line = peek();
        if (!line.matches(Pattern.quote(key) + " (" + pattern + ")")) {
            throw new Malformed("expected '" + key + "' at line " + (next + 1) + ", found: " + line);
        }
        next++;
        return line.substring(key.length() + 1);
    }

    private String peek() {
        return next < lines.size() ? lines.get(next) : "";
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }
}
