package cairn.structure.format;

import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares what was built with the proportions of the file's `_chemical_formula_sum`.
///
/// Only proportions: by the dictionary the formula times Z is the cell's content, but common programs write
/// the content itself as the formula.
final class CifFormula {
    private static final String TAG = "_chemical_formula_sum";

    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)(\\d*\\.?\\d*)");

    /// Formulas are rounded to about this share.
    private static final double TOLERANCE = 0.01;

    private CifFormula() {}

    static void check(CifBlock block, Composition built) {
        Optional<CifToken> given = block.find(TAG);
        if (given.isEmpty()) {
            return;
        }
        Optional<Map<Element, Double>> said = parse(given.get().text());
        if (said.isPresent() && !proportional(said.get(), built)) {
            throw new FormatException(
                    block.file(),
                    given.get().line(),
                    TAG + " is '" + given.get().text() + "', but sites and operations make " + built.formula(),
                    "check sites, operations and origin choice, or correct the formula");
        }
    }

    /// The counts of a formula such as `Li42 Si18`; empty for one that is written in another way.
    private static Optional<Map<Element, Double>> parse(String formula) {
        Map<Element, Double> counts = new LinkedHashMap<>();
        for (String word : formula.strip().split("\\s+")) {
            Matcher part = PART.matcher(word);
            Optional<Element> element = part.matches() ? Element.ofSymbol(part.group(1)) : Optional.empty();
            if (element.isEmpty() || part.group(2).equals(".")) {
                return Optional.empty();
            }
            counts.merge(element.get(), part.group(2).isEmpty() ? 1 : Double.parseDouble(part.group(2)), Double::sum);
        }
        return Optional.of(counts);
    }

    private static boolean proportional(Map<Element, Double> said, Composition built) {
        if (!said.keySet().equals(built.counts().keySet())) {
            return false;
        }
        double saidTotal =
                said.values().stream().mapToDouble(Double::doubleValue).sum();
        double builtTotal =
                built.counts().values().stream().mapToInt(Integer::intValue).sum();
        return said.entrySet().stream()
                .allMatch(entry -> Math.abs(entry.getValue() / saidTotal * builtTotal / built.count(entry.getKey()) - 1)
                        < TOLERANCE);
    }
}
