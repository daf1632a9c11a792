package cairn.campaign.plan;

import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Nothing has run yet.
record NoResults() implements Results {
    @Override
    public Optional<StepResult> step(StepId id) {
        return Optional.empty();
    }

    @Override
    public Optional<ObjectNode> calculation(CalculationId id) {
        return Optional.empty();
    }
}
