package cairn.cluster.shell;

import java.util.Collection;
import java.util.stream.Collectors;

/// The one way in which data reaches a shell script.
public final class Shell {
    private Shell() {}

    /// The value as one word of a POSIX shell (XCU 2.2.2: between single quotes every character is itself).
    public static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell word cannot hold NUL: " + value.replace("\0", "\\0"));
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /// The words of a command, quoted, with a space between.
    public static String quoteAll(Collection<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
