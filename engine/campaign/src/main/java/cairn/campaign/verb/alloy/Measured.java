package cairn.campaign.verb.alloy;

import java.util.List;
import java.util.Objects;

/// Plateaus that somebody measured: who, at what temperature (degrees Celsius), and the contents and voltages.
public record Measured(String source, double temperatureCelsius, List<Step> plateaus) {
    /// One plateau: from one content to another (ions per formula unit of the host), at a voltage.
    public record Step(double from, double to, double voltageV) {
        private double width() {
            return to - from;
        }
    }

    /// Cells are used, and tables printed, near 25 degrees.
    private static final double ROOM_CELSIUS = 25;
    private static final double NEAR = 15;

    public Measured {
        Objects.requireNonNull(source);
        plateaus = List.copyOf(plateaus);
        if (plateaus.isEmpty() || !plateaus.stream().allMatch(step -> step.width() > 0)) {
            throw new IllegalArgumentException("no plateaus that lead from less to more: " + plateaus);
        }
    }

    public boolean isNearRoomTemperature() {
        return Math.abs(temperatureCelsius - ROOM_CELSIUS) <= NEAR;
    }

    /// The mean over all ions of all plateaus.
    public double meanVoltageV() {
        double work = plateaus.stream()
                .mapToDouble(step -> step.voltageV() * step.width())
                .sum();
        return work / plateaus.stream().mapToDouble(Step::width).sum();
    }
}
