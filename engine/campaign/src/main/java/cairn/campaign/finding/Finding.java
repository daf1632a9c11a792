package cairn.campaign.finding;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An objection to a result: the rule, how much it weighs, where, a sentence with what to do, and the values that gave
/// rise to it.
public record Finding(String code, Severity severity, String where, String sentence, List<Value> values) {
    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(where);
        Objects.requireNonNull(sentence);
        values = List.copyOf(values);
    }

    public enum Severity {
        /// The result is none.
        BLOCK,
        WARN
    }

    /// A number; the name carries its unit.
    public record Value(String name, double number) {}

    public boolean blocks() {
        return severity == Severity.BLOCK;
    }

    /// Puts them into a result, if there are any.
    public static void put(ObjectNode result, List<Finding> findings) {
        if (!findings.isEmpty()) {
            result.set("findings", json(findings));
        }
    }

    /// As results.json shows them.
    public static ArrayNode json(List<Finding> findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            ObjectNode node = all.addObject()
                    .put("code", finding.code)
                    .put("severity", finding.severity.name().toLowerCase(Locale.ROOT))
                    .put("where", finding.where)
                    .put("sentence", finding.sentence);
            ObjectNode values = node.putObject("values");
            finding.values.forEach(value -> values.put(value.name(), value.number()));
        }
        return all;
    }
}
