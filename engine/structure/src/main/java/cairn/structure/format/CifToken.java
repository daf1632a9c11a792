package cairn.structure.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a CIF and the line it begins on.
record CifToken(Kind kind, String text, int line) {
    enum Kind {
        /// `data_name`; the text is the name.
        DATA,
        LOOP,
        /// `_cell_length_a`, in lower case: tags know no case.
        TAG,
        /// A value without quotes, which may be a number, `?` or `.`.
        BARE,
        /// A value in quotes or a text field.
        QUOTED
    }

    /// A number with its standard uncertainty in parentheses, such as 5.431(2).
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][+-]?\\d+)?)(?:\\(\\d+\\))?");

    boolean isValue() {
        return kind == Kind.BARE || kind == Kind.QUOTED;
    }

    /// `?` (unknown) or `.` (does not apply), which in quotes would be text.
    boolean isAbsent() {
        return kind == Kind.BARE && (text.equals("?") || text.equals("."));
    }

    /// The number without its uncertainty.
    double number(String file, String tag) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new FormatException(
                    file,
                    line,
                    tag + " is '" + text + "', which is not a number",
                    "give a number such as 5.431 or 5.431(2)");
        }
        return Double.parseDouble(number.group(1).replace('D', 'E').replace('d', 'e'));
    }
}
