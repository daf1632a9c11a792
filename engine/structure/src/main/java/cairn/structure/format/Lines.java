package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Element;
import java.util.List;

/// The lines of a text file, read one after the other, with errors that name the line.
final class Lines {
    /// A million atoms, as for a supercell.
    static final int MAX_ATOMS = 1_000_000;

    private final String file;
    private final List<String> lines;
    private int next;

    Lines(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /// The next line, which must exist; `expected` says what it should hold.
    String take(String expected) {
        if (!hasNext()) {
            next++;
            throw problem("the file ends where " + expected + " should be", "give the whole file");
        }
        return lines.get(next++);
    }

    /// The next line without taking it; empty past the end.
    String peek() {
        return hasNext() ? lines.get(next) : "";
    }

    void skipBlank() {
        while (hasNext() && lines.get(next).isBlank()) {
            next++;
        }
    }

    /// The next line's words.
    String[] takeWords(String expected) {
        return words(take(expected));
    }

    static String[] words(String line) {
        return line.isBlank() ? new String[0] : line.strip().split("\\s+");
    }

    /// Three numbers from the words starting at `first`.
    double[] vector(String[] words, int first, String what) {
        if (words.length < first + 3) {
            throw problem(what + " needs three numbers", "give x, y and z");
        }
        return new double[] {number(words[first], what), number(words[first + 1], what), number(words[first + 2], what)
        };
    }

    Cell takeCell() {
        double[] rows = new double[9];
        for (int k = 0; k < 3; k++) {
            System.arraycopy(vector(takeWords("a lattice vector"), 0, "a lattice vector"), 0, rows, 3 * k, 3);
        }
        return cell(rows);
    }

    Cell cell(double[] rows) {
        try {
            return Cell.of(rows);
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()), "give three independent lattice vectors");
        }
    }

    double number(String word, String what) {
        try {
            // Fortran writes 1.0D-3 for doubles.
            double number = Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, together with NaN and infinity.
        }
        throw problem("'" + word + "' in " + what + " is not a number", "give a finite number");
    }

    int atomCount(String word) {
        int count = count(word, "the number of atoms");
        if (count > MAX_ATOMS) {
            throw problem(count + " atoms are more than " + MAX_ATOMS, "give a smaller structure");
        }
        return count;
    }

    int count(String word, String what) {
        try {
            int count = Integer.parseInt(word);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Told below, together with zero and negative counts.
        }
        throw problem("'" + word + "' is not " + what, "give a positive whole number");
    }

    Element element(String symbol) {
        return Element.ofSymbol(symbol)
                .orElseThrow(
                        () -> problem("'" + symbol + "' is not a chemical element", "write a symbol such as Li or Si"));
    }

    /// A problem with the line that was last taken.
    FormatException problem(String what, String todo) {
        return new FormatException(file, next, what, todo);
    }

    FormatException problemOfFile(String what, String todo) {
        return new FormatException(file, FormatException.WHOLE_FILE, what, todo);
    }
}
