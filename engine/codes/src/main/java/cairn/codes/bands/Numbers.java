package cairn.codes.bands;

import java.util.Arrays;

/// Numbers as programs print them.
public final class Numbers {
    private Numbers() {}

    /// NaN for what is no number. Fortran writes 1.0D-3 for doubles, and stars where a number does not fit.
    public static double of(String word) {
        try {
            return Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// The numbers of a line, separated by blanks.
    public static double[] in(String line) {
        String stripped = line.strip();
        return stripped.isEmpty()
                ? new double[0]
                : Arrays.stream(stripped.split("\\s+")).mapToDouble(Numbers::of).toArray();
    }
}
