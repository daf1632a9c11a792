package cairn.structure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// How many atoms of each element there are, in the order in which the elements first appear.
public record Composition(SequencedMap<Element, Integer> counts) {
    public Composition {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }

    public static Composition of(List<Element> species) {
        SequencedMap<Element, Integer> counts = new LinkedHashMap<>();
        species.forEach(element -> counts.merge(element, 1, Integer::sum));
        return new Composition(counts);
    }

    public int count(Element element) {
        return counts.getOrDefault(element, 0);
    }

    public double massAmu() {
        return counts.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().massAmu() * entry.getValue())
                .sum();
    }

    /// All atoms, such as `Si64Li`.
    public String formula() {
        return written(1);
    }

    /// Divided by the greatest common divisor of the counts, such as `Li15Si4`.
    public String reducedFormula() {
        return written(counts.values().stream().reduce(0, Composition::greatestCommonDivisor));
    }

    private String written(int divisor) {
        return counts.entrySet().stream().map(entry -> written(entry, divisor)).collect(Collectors.joining());
    }

    private static String written(Map.Entry<Element, Integer> entry, int divisor) {
        int count = entry.getValue() / divisor;
        return entry.getKey().symbol() + (count == 1 ? "" : count);
    }

    private static int greatestCommonDivisor(int one, int other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
