package cairn.campaign.step;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The results so far, as a step sees them.
public interface Results {
    /// The result of a step that is done.
    Optional<StepResult> step(StepId id);

    /// The parsed result of a calculation that is done.
    Optional<ObjectNode> calculation(CalculationId id);
}
