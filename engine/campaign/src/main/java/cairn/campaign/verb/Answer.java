package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.Failure;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What is known of a band by now.
sealed interface Answer {
    /// It needs these calculations.
    record Needs(List<Calculation> calculations) implements Answer {
        public Needs {
            calculations = List.copyOf(calculations);
        }
    }

    /// The result of its search.
    record Found(ObjectNode band) implements Answer {}

    record Failed(Failure failure) implements Answer {}
}
