package cairn.campaign.verb;

import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import java.util.Optional;
import java.util.SortedSet;

/// A step that has a code compute something of one structure.
public interface StructureStep extends Step {
    StructureSource of();

    Setup setup();

    /// The same, computed otherwise.
    Step with(Setup setup);

    @Override
    default SortedSet<StepId> dependencies() {
        return Sources.dependencies(of());
    }

    @Override
    default Optional<Resources> resources() {
        return Optional.of(setup().resources());
    }

    @Override
    default Step amended(Remedy change) {
        return with(setup().amended(change));
    }
}
