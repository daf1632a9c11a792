package cairn.campaign.language.verbs;

import cairn.codes.CodeSpec;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// In which settings two codes of one name differ.
final class CodeDifference {
    private CodeDifference() {}

    /// Such as `cutoff_ev 400 and 500`.
    static String between(String one, String other) {
        ObjectNode first = CodeSpec.settings(one);
        ObjectNode second = CodeSpec.settings(other);
        Set<String> keys = new TreeSet<>(first.propertyNames());
        keys.addAll(second.propertyNames());
        return keys.stream()
                .filter(key -> !first.path(key).equals(second.path(key)))
                .map(key -> key + " " + shown(first, key) + " and " + shown(second, key))
                .collect(Collectors.joining(", "));
    }

    private static String shown(ObjectNode settings, String key) {
        return settings.has(key) ? settings.path(key).toString() : "none";
    }
}
