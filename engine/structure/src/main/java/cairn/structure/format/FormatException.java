package cairn.structure.format;

/// A structure file that cannot be used, told to its author: where, what, and what to do.
public final class FormatException extends RuntimeException {
    /// In place of a line number where the trouble is with the file as a whole.
    public static final int WHOLE_FILE = 0;

    private final String file;
    private final int line;
    private final String what;
    private final String todo;

    public FormatException(String file, int line, String what, String todo) {
        super(file + (line == WHOLE_FILE ? "" : ":" + line) + ": " + what + "; " + todo);
        this.file = file;
        this.line = line;
        this.what = what;
        this.todo = todo;
    }

    public String file() {
        return file;
    }

    /// Counted from 1, or [#WHOLE_FILE].
    public int line() {
        return line;
    }

    public String what() {
        return what;
    }

    public String todo() {
        return todo;
    }
}
