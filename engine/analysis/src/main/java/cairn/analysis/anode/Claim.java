package cairn.analysis.anode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/// A number that somebody printed beside the one that was computed, of the same quantity in the same unit.
public record Claim(Quantity quantity, double printed, double computed) {
    /// What is claimed, and how far apart two values may be before one of them is wrong.
    public enum Quantity {
        /// mAh per gram of host; Faraday's law is exact, atomic weights and roundings are not.
        CAPACITY(0.005, 0),
        /// g/cm3 of the host's crystal; measured ones differ by some percent.
        DENSITY(0.05, 0),
        /// Percent of the host's volume; crystals at room temperature against tables.
        VOLUME_CHANGE(0.15, 3),
        /// V against the metal of the ion, the mean over all ions; functionals differ by as much.
        POTENTIAL(0, 0.15);

        private final double relative;
        private final double absolute;

        Quantity(double relative, double absolute) {
            this.relative = relative;
            this.absolute = absolute;
        }
    }

    public Claim {
        Objects.requireNonNull(quantity);
        if (!Double.isFinite(printed) || !Double.isFinite(computed)) {
            throw new IllegalArgumentException("no claim: " + printed + " against " + computed);
        }
    }

    /// Whether the two agree: within the tolerance of the quantity, or as far as the printed digits go.
    public boolean holds() {
        double difference = Math.abs(printed - computed);
        return difference <= Math.max(quantity.relative * Math.abs(computed), quantity.absolute)
                || roundedAs(printed) == printed;
    }

    /// The computed number with as many significant digits as the printed one has.
    private double roundedAs(double text) {
        int digits = Math.max(
                1, new BigDecimal(Double.toString(text)).stripTrailingZeros().precision());
        return new BigDecimal(computed).round(new MathContext(digits)).doubleValue();
    }

    /// Whether a change in percent was printed as the ratio of volumes, itself in percent.
    public boolean isRatioForChange() {
        double ratioPercent = computed + 100;
        return quantity == Quantity.VOLUME_CHANGE
                && Math.abs(printed - ratioPercent) <= 0.03 * ratioPercent
                && !holds();
    }
}
