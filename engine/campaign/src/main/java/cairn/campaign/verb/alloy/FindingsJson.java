package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.finding.Finding.Severity;
import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Findings on a result: those that warn stand in it, those that block take its place.
public final class FindingsJson {
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

    /// As those of every verb stand in a result.
    public static void put(ObjectNode result, StepId step, List<Finding> findings) {
        result.set(
                "findings",
                cairn.campaign.finding.Finding.json(findings.stream()
                        .map(finding -> new cairn.campaign.finding.Finding(
                                finding.rule(), severity(finding), step.value(), finding.what(), List.of()))
                        .toList()));
    }

    private static cairn.campaign.finding.Finding.Severity severity(Finding finding) {
        return switch (finding.severity()) {
            case BLOCKS -> cairn.campaign.finding.Finding.Severity.BLOCK;
            case WARNS -> cairn.campaign.finding.Finding.Severity.WARN;
        };
    }
}
