package cairn.codes.output;

import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Goes through the whole lines of a text, which may be larger than memory, without a String for each.
///
/// A line without its newline was cut and is not handed out: the number at its end may lack digits. `\r\n` ends a line
/// as well. A file that gzip packed is read as what it holds. Bytes are taken for ISO-8859-1, so nothing that a program
/// or a broken disk wrote is refused here.
public final class LineReader implements AutoCloseable {
    /// No program writes longer ones; a file that has them is no text.
    public static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 14;

    private final Path file;
    private final InputStream bytes;
    private final Line line = new Line();

    private byte[] buffer = new byte[BUFFER];
    /// Where the next line begins in the buffer, and how far the buffer is filled.
    private int next;
    private int filled;
    /// Of the buffer's first byte in the file.
    private long offset;
    private long lines;

    private LineReader(Path file, InputStream bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// @throws FormatException if the file cannot be opened
    public static LineReader open(Path file) {
        try {
            return new LineReader(file, Packed.open(file));
        } catch (IOException e) {
            throw new FormatException(
                    file.toString(), FormatException.WHOLE_FILE, "it cannot be opened", "name a file that can be read");
        }
    }

    /// Moves to the next whole line, if there is one.
    public boolean next() {
        int end = newline(next);
        while (end < 0) {
            int searched = filled - next;
            if (!fill()) {
                return false;
            }
            end = newline(next + searched);
        }
        int last = end > next && buffer[end - 1] == '\r' ? end - 1 : end;
        line.show(buffer, next, last);
        next = end + 1;
        lines++;
        return true;
    }

    /// The line moved to. It is the same object each time: its text is that of the next line once that is reached.
    public Line line() {
        return line;
    }

    /// Of the line moved to, counted from 1.
    public int number() {
        return Math.toIntExact(lines);
    }

    /// How many bytes the whole lines so far take; after the last one, where a cut line begins or the file ends.
    public long position() {
        return offset + next;
    }

    /// Whether bytes without a newline follow the last whole line; to be asked once [#next] found no more.
    public boolean endsInside() {
        return next < filled;
    }

    /// A problem with the line moved to.
    public FormatException problem(String what, String todo) {
        return new FormatException(file.toString(), number(), what, todo);
    }

    private int newline(int from) {
        for (int at = from; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /// Reads more bytes behind what is left of the buffer; false at the end of the file.
    private boolean fill() {
        makeRoom();
        try {
            int read = bytes.read(buffer, filled, buffer.length - filled);
            filled += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read on in " + file, e);
        }
    }

    private void makeRoom() {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        offset += next;
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            if (filled > LONGEST_LINE) {
                throw new FormatException(
                        file.toString(),
                        Math.toIntExact(lines + 1),
                        "the line is longer than " + LONGEST_LINE + " bytes",
                        "give a text that a program wrote");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
