package cairn.codes.bands;

import cairn.structure.format.FormatException;
import java.util.List;

/// The lines of a program's file, read one after the other, with problems that name file and line.
public final class TextLines {
    private final String file;
    private final List<String> lines;
    private int next;

    public TextLines(String file, List<String> lines) {
        this.file = file;
        this.lines = List.copyOf(lines);
    }

    public boolean hasNext() {
        return next < lines.size();
    }

    /// The next line; `expected` says what it should hold.
    public String take(String expected) {
        if (!hasNext()) {
            throw problem("the file ends where " + expected + " should be", "give the whole file");
        }
        return lines.get(next++);
    }

    /// The line after the next one that starts like this once blanks are stripped.
    public void skipPast(String start) {
        while (hasNext()) {
            if (take(start).strip().startsWith(start)) {
                return;
            }
        }
        throw problem("there is no line '" + start + "'", "give the file as the program wrote it");
    }

    public String[] takeWords(int atLeast, String expected) {
        String line = take(expected).strip();
        String[] words = line.isEmpty() ? new String[0] : line.split("\\s+");
        if (words.length < atLeast) {
            throw problem(
                    "the line has " + words.length + " words where " + expected + " should be", "give the whole file");
        }
        return words;
    }

    public double number(String word) {
        double number = Numbers.of(word);
        if (!Double.isFinite(number)) {
            throw problem("'" + word + "' is not a number", "give the file as the program wrote it");
        }
        return number;
    }

    public int count(String word) {
        double number = number(word);
        if (number != Math.rint(number) || number < 0 || number > 1e7) {
            throw problem("'" + word + "' is not a count", "give the file as the program wrote it");
        }
        return (int) number;
    }

    public FormatException problem(String what, String todo) {
        return new FormatException(file, next, what, todo);
    }
}
