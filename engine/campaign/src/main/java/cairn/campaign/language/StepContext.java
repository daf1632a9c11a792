package cairn.campaign.language;

import cairn.campaign.shape.Key;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Problems;
import cairn.codes.Remark;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// One step among the others of its workflow, at one point of the matrix: what its verb plans and inspects.
public interface StepContext {
    StepId id();

    Verb verb();

    <T> T get(Key.Required<T> key);

    /// What the step says, or the fallback.
    <T> T get(Key.Defaulted<T> key);

    /// What the step says, if it says anything.
    <T> Optional<T> find(Key.Optional<T> key);

    /// Where a key's value stands, or else the step.
    Location at(Key<?> key);

    /// Where a setting of its code stands, or else where the code is named.
    Location atSetting(String name);

    /// Passes on what an expert would ask about its code, each where the setting stands.
    default void pass(List<Remark> remarks, Problems problems) {
        for (Remark remark : remarks) {
            String what = "step '" + id() + "': " + remark.what();
            problems.warn(remark.rule(), atSetting(remark.setting()), what, remark.advice());
        }
    }

    /// Code and resources: the step's own, or else the workflow's.
    Setup setup();

    /// A source with its names looked up.
    StructureSource source(Source source);

    /// The step that a name stands for at this point.
    StepContext other(StepName name);

    /// All points of the step that a name stands for (those that agree with this one, where they share variables).
    List<StepContext> all(StepName name);

    /// The structure this step starts from, traced back to its file through the steps before it: atoms and order are
    /// right, positions and cell are those before any relaxation. Empty if the verb ends with no structure.
    Optional<Structure> structure();
}
