package cairn.codes.lammps;

import java.util.Arrays;

/// Numbers in a line of text. LAMMPS prints what is not a number as `nan` or `-nan`.
final class Numbers {
    private Numbers() {}

    /// The numbers of a line, separated by blanks; NaN for what cannot be read as one.
    static double[] of(String line) {
        String trimmed = line.strip();
        return trimmed.isEmpty()
                ? new double[0]
                : Arrays.stream(trimmed.split("\\s+"))
                        .mapToDouble(Numbers::number)
                        .toArray();
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    static boolean allFinite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
