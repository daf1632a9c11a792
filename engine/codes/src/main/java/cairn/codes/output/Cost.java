package cairn.codes.output;

import java.util.OptionalDouble;

/// What a calculation took, as far as its output says.
public record Cost(double wallSeconds, double memoryMib) {
    /// A number that the output does not give.
    public static final double UNSAID = Double.NaN;

    public static Cost unsaid() {
        return new Cost(UNSAID, UNSAID);
    }

    public OptionalDouble seconds() {
        return said(wallSeconds);
    }

    public OptionalDouble memory() {
        return said(memoryMib);
    }

    private static OptionalDouble said(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
