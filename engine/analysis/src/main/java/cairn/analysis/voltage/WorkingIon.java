package cairn.analysis.voltage;

import cairn.structure.Element;
import java.util.Map;
import java.util.Optional;

/// An ion that carries the charge of a cell, and how much of it, in elementary charges.
public record WorkingIon(Element element, int charge) {
    private static final Map<String, Integer> CHARGES =
            Map.of("Li", 1, "Na", 1, "K", 1, "Mg", 2, "Ca", 2, "Zn", 2, "Al", 3);

    public WorkingIon {
        if (charge < 1) {
            throw new IllegalArgumentException(element.symbol() + " carries no charge: " + charge);
        }
    }

    /// The ion that batteries make of an element; empty for one that they do not use.
    public static Optional<WorkingIon> of(Element element) {
        return Optional.ofNullable(CHARGES.get(element.symbol())).map(charge -> new WorkingIon(element, charge));
    }
}
