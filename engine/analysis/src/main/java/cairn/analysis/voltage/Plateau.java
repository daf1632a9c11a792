package cairn.analysis.voltage;

import java.util.Objects;

/// A step of a voltage curve: between two contents (ions per formula unit of the host), whose phases or mixtures stand
/// beside it, the voltage is constant.
public record Plateau(double from, double to, double voltageV, String first, String last) {
    public Plateau {
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        if (!(to > from) || from < 0) {
            throw new IllegalArgumentException("a plateau goes from less to more, not from " + from + " to " + to);
        }
        if (!Double.isFinite(voltageV)) {
            throw new IllegalArgumentException("a voltage must be finite, got " + voltageV);
        }
    }

    double width() {
        return to - from;
    }
}
