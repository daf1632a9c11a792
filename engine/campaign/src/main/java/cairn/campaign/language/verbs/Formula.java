package cairn.campaign.language.verbs;

import cairn.structure.Element;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The composition of a structure as text: `LiSi64`.
final class Formula {
    private Formula() {}

    static String of(List<Element> species) {
        Map<String, Integer> counts = new TreeMap<>();
        species.forEach(element -> counts.merge(element.symbol(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + (count.getValue() == 1 ? "" : count.getValue()))
                .collect(Collectors.joining());
    }
}
