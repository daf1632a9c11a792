package cairn.campaign.language;

import cairn.campaign.shape.Key;
import cairn.campaign.step.Step;
import cairn.campaign.yaml.Problems;
import java.util.List;
import java.util.Optional;

/// One kind of science a step can do: the keys it has, and the step that comes of them.
///
/// A new verb is one class and one line in the list of verbs; nothing else knows verbs by name.
public interface Verb {
    /// As a workflow writes it: `relax`.
    String name();

    /// One line for the schema.
    String about();

    /// Its keys, its own first (its value is what it works on), then its settings with their defaults. A step that
    /// [#runsCode] also has `code` and `resources`.
    List<Key<?>> keys();

    /// The key that holds the structure which the step changes and ends with; empty if it ends with none.
    Optional<Key<Source>> structure();

    /// Whether its step runs a code. One that only combines results has neither `code` nor `resources`.
    default boolean runsCode() {
        return true;
    }

    /// The step as the driver runs it. Called only when the whole workflow is free of problems.
    Step plan(StepContext step);

    /// What an expert would object to, before anything has run.
    default void inspect(StepContext step, Problems problems) {}
}
