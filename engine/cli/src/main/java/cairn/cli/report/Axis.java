package cairn.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// A linear scale from values to places on the page, with ticks at round values.
record Axis(double from, double to, double fromPlace, double toPlace) {
    Axis {
        if (!(to > from)) {
            throw new IllegalArgumentException("an axis needs a range, not " + from + " to " + to);
        }
    }

    double place(double value) {
        return fromPlace + (value - from) / (to - from) * (toPlace - fromPlace);
    }

    /// Places per unit.
    double scale() {
        return (toPlace - fromPlace) / (to - from);
    }

    /// Round values within the range, about as many as wanted.
    List<Double> ticks(int wanted) {
        double step = step(wanted);
        return LongStream.rangeClosed((long) Math.ceil(from / step), (long) Math.floor(to / step))
                .mapToObj(n -> n * step)
                .toList();
    }

    String label(double value, int wanted) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step(wanted)) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    /// The smallest of 1, 2, 5 times a power of ten that gives no more ticks than wanted.
    private double step(int wanted) {
        double rough = (to - from) / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double ratio = rough / power;
        if (ratio <= 1) {
            return power;
        }
        return ratio <= 2 ? 2 * power : ratio <= 5 ? 5 * power : 10 * power;
    }
}
