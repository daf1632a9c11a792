package cairn.cli.progress;

import java.io.PrintWriter;
import java.util.List;

/// A few lines at the bottom of the terminal, redrawn in place.
public final class TerminalProgress implements Progress {
    /// ECMA-48: cursor up (CUU), and erase from the cursor to the end of the screen (ED).
    private static final String CONTROL = "\u001b[";

    private static final String ERASE = CONTROL + "J";

    private final PrintWriter out;
    private final Terminal.Live terminal;
    private List<String> drawn = List.of();

    public TerminalProgress(PrintWriter out, Terminal.Live terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void show(Snapshot now) {
        List<String> frame = new Frame(terminal).lines(now);
        if (!frame.equals(drawn)) {
            redraw(frame);
        }
    }

    @Override
    public void close() {
        out.flush();
    }

    private void redraw(List<String> frame) {
        if (!drawn.isEmpty()) {
            out.print(CONTROL + drawn.size() + "A\r" + ERASE);
        }
        frame.forEach(line -> out.print(line + "\n"));
        out.flush();
        drawn = frame;
    }
}
