package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.finding.Finding.Severity;
import cairn.campaign.step.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings on a result: those that warn stand in it, those that block take its place.
final class FindingsJson {
    private FindingsJson() {}

    static Optional<Failure> failure(String verb, List<Finding> findings) {
        List<Finding> blocking = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .toList();
        return blocking.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        verb + "/" + blocking.getFirst().rule().toLowerCase(Locale.ROOT),
                        blocking.stream()
                                .map(finding -> finding.what() + " [" + finding.rule() + "]")
                                .collect(Collectors.joining(" ")),
                        "Look at the calculations named, correct what is wrong with them, and run again."));
    }

    static void put(ObjectNode result, List<Finding> findings) {
        ArrayNode array = result.putArray("findings");
        findings.forEach(finding -> array.addObject()
                .put("rule", finding.rule())
                .put("severity", finding.severity() == Severity.BLOCKS ? "block" : "warn")
                .put("text", finding.what()));
    }
}
