package cairn.cli.engine;

import cairn.cli.progress.PlainProgress;
import cairn.cli.progress.Progress;
import cairn.cli.progress.Terminal;
import cairn.cli.progress.TerminalProgress;
import java.io.PrintWriter;
import java.util.Objects;

/// Where a command speaks: answers on `out`, everything else on `err`.
public record Console(PrintWriter out, PrintWriter err, Terminal terminal, Format format) {
    /// How answers are written.
    public enum Format {
        TEXT,
        JSON
    }

    public Console {
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(terminal);
        Objects.requireNonNull(format);
    }

    public Console as(Format chosen) {
        return new Console(out, err, terminal, chosen);
    }

    /// A line of the answer.
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /// A problem: where it is, what it is, what to do.
    public void complain(String message) {
        err.println("cairn: " + message);
        err.flush();
    }

    /// How a running campaign shows itself: redrawn on a terminal, else line by line; with JSON on `out`, the
    /// lines go to `err`.
    public Progress progress() {
        if (format == Format.JSON) {
            return new PlainProgress(err);
        }
        return switch (terminal) {
            case Terminal.Live live -> new TerminalProgress(out, live);
            case Terminal.None() -> new PlainProgress(out);
        };
    }
}
