package cairn.campaign.verb.alloy;

import java.util.List;
import java.util.Objects;

/// Plateaus that somebody measured, to be shown beside computed ones: who, at what temperature (degrees Celsius), and
/// the contents and voltages.
public record Measured(String source, double temperatureCelsius, List<Step> plateaus) {
    /// One plateau: from one content to another (ions per formula unit of the host), at a voltage.
    public record Step(double from, double to, double voltageV) {}

    public Measured {
        Objects.requireNonNull(source);
        plateaus = List.copyOf(plateaus);
    }
}
