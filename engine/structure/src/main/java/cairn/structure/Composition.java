package cairn.structure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How many atoms of each element there are, in the order in which the elements first appear.
public record Composition(SequencedMap<Element, Integer> counts) {
    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([1-9]\\d{0,5})?");
    private static final Pattern FORMULA = Pattern.compile("(" + PART.pattern() + ")+");

    public Composition {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }

    public static Composition of(List<Element> species) {
        SequencedMap<Element, Integer> counts = new LinkedHashMap<>();
        species.forEach(element -> counts.merge(element, 1, Integer::sum));
        return new Composition(counts);
    }

    /// The composition of a plain formula such as `Li15Si4`; empty if the text is none.
    public static Optional<Composition> ofFormula(String formula) {
        if (!FORMULA.matcher(formula).matches()) {
            return Optional.empty();
        }
        SequencedMap<Element, Integer> counts = new LinkedHashMap<>();
        Matcher part = PART.matcher(formula);
        while (part.find()) {
            Optional<Element> element = Element.ofSymbol(part.group(1));
            if (element.isEmpty()) {
                return Optional.empty();
            }
            counts.merge(element.get(), part.group(2) == null ? 1 : Integer.parseInt(part.group(2)), Integer::sum);
        }
        return Optional.of(new Composition(counts));
    }

    public int count(Element element) {
        return counts.getOrDefault(element, 0);
    }

    /// How many atoms there are in all.
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
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
        return written(divisor());
    }

    /// One formula unit: divided by the greatest common divisor of the counts.
    public Composition reduced() {
        SequencedMap<Element, Integer> reduced = new LinkedHashMap<>(counts);
        reduced.replaceAll((_, count) -> count / divisor());
        return new Composition(reduced);
    }

    /// All atoms but those of one element.
    public Composition without(Element element) {
        SequencedMap<Element, Integer> others = new LinkedHashMap<>(counts);
        others.remove(element);
        return new Composition(others);
    }

    private int divisor() {
        return counts.values().stream().reduce(0, Composition::greatestCommonDivisor);
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
