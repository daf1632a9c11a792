package cairn.codes.output;

import java.nio.charset.StandardCharsets;

/// One line of a text, looked at where it lies in the reader's buffer.
///
/// Columns count from 0. What is no number is NaN, also stars, which Fortran prints where a number does not fit.
public final class Line {
    private static final int NOWHERE = -1;

    private byte[] bytes = {};
    private int from;
    private int to;
    /// The first that is not blank; `to` if there is none.
    private int first;

    /// An empty line; readers show theirs.
    Line() {}

    /// A line for which there is no reader.
    public static Line of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Line line = new Line();
        line.show(bytes, 0, bytes.length);
        return line;
    }

    void show(byte[] shown, int start, int end) {
        bytes = shown;
        from = start;
        to = end;
        first = start;
        while (first < to && isBlank(bytes[first])) {
            first++;
        }
    }

    public int length() {
        return to - from;
    }

    public boolean isBlank() {
        return first == to;
    }

    /// How many blanks it begins with.
    public int indent() {
        return first - from;
    }

    /// The first character that is not blank; 0 for a blank line.
    public char first() {
        return first == to ? 0 : (char) (bytes[first] & 0xff);
    }

    /// Whether it begins so, leading blanks aside.
    public boolean begins(String words) {
        return isAt(words, first);
    }

    public boolean contains(String words) {
        return indexOf(words) >= 0;
    }

    /// The column where the words first begin, or less than 0.
    public int indexOf(String words) {
        int last = to - words.length();
        byte initial = (byte) words.charAt(0);
        for (int at = first; at <= last; at++) {
            if (bytes[at] == initial && isAt(words, at)) {
                return at - from;
            }
        }
        return NOWHERE;
    }

    private boolean isAt(String words, int place) {
        int length = words.length();
        if (length > to - place) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if ((bytes[place + at] & 0xff) != words.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /// The number that follows these words, a sign of equality or a colon aside; NaN if there are no such words, or no
    /// number follows.
    public double numberAfter(String words) {
        int at = indexOf(words);
        return at < 0 ? Double.NaN : numberFrom(at + words.length());
    }

    /// The first number from this column on, before which only blanks, `=` and `:` may stand.
    public double numberFrom(int column) {
        int start = from + column;
        while (start < to && (isBlank(bytes[start]) || bytes[start] == '=' || bytes[start] == ':')) {
            start++;
        }
        return start >= to ? Double.NaN : Decimals.parse(bytes, start, Decimals.end(bytes, start, to));
    }

    /// The number between two columns, for programs that print in columns and leave no blank between full ones.
    public double number(int fromColumn, int toColumn) {
        int end = Math.min(to, from + toColumn);
        int start = from + fromColumn;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (start < end && isBlank(bytes[end - 1])) {
            end--;
        }
        return start >= end ? Double.NaN : Decimals.parse(bytes, start, end);
    }

    /// Reads numbers from this column on until there is something else, or the array is full: how many were read.
    ///
    /// A minus sign begins a new number also where no blank is left before it, as in `0.25-11.50`.
    public int numbers(int column, double[] into) {
        int at = from + column;
        int count = 0;
        while (count < into.length) {
            while (at < to && isBlank(bytes[at])) {
                at++;
            }
            int end = Decimals.end(bytes, at, to);
            double number = at == end ? Double.NaN : Decimals.parse(bytes, at, end);
            if (Double.isNaN(number)) {
                return count;
            }
            into[count++] = number;
            at = end;
        }
        return count;
    }

    /// The word with this place among the words that blanks separate, counted from 0; empty if there is none.
    public String word(int place) {
        int at = first;
        for (int passed = 0; ; passed++) {
            int end = at;
            while (end < to && !isBlank(bytes[end])) {
                end++;
            }
            if (passed == place || end == to) {
                return passed == place ? text(at, end) : "";
            }
            at = end;
            while (at < to && isBlank(bytes[at])) {
                at++;
            }
        }
    }

    /// What follows these words, without blanks around it; empty if there are no such words.
    public String textAfter(String words) {
        int at = indexOf(words);
        return at < 0 ? "" : text(from + at + words.length(), to).strip();
    }

    public String text() {
        return text(from, to);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    @Override
    public String toString() {
        return text();
    }
}
