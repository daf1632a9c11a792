package cairn.campaign.step;

import java.util.List;

/// What a step says when asked how to go on.
public sealed interface Next {
    /// These calculations, all that the step can name now (those that are done already may be named again).
    record Needs(List<Calculation> calculations) implements Next {
        public Needs {
            calculations = List.copyOf(calculations);
        }
    }

    record Done(StepResult result) implements Next {}

    record Failed(Failure failure) implements Next {}
}
