package cairn.campaign.shape;

import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Problems;
import java.util.Optional;

/// One reading of a node: where its problems go, and what the node is called in them.
public record Reading(Problems problems, String label) {
    public Reading of(String part) {
        return new Reading(problems, part);
    }

    /// Reports `label must be ..., not ...`, and gives the absence that a shape then returns.
    public <T> Optional<T> mustBe(String expected, Node node) {
        return mustBe(expected, node, "");
    }

    public <T> Optional<T> mustBe(String expected, Node node, String advice) {
        problems.add(node.at(), label + " must be " + expected + ", not " + node.describe(), advice);
        return Optional.empty();
    }
}
