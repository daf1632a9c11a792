package cairn.campaign.step;

import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/// One named node of a campaign.
public interface Step {
    StepId id();

    /// The verb: relax, energy, neb.
    String kind();

    SortedSet<StepId> dependencies();

    /// What each job of the step asks for, so that a job no machine can run is refused before anything runs; empty
    /// for a step that only combines results.
    default Optional<Resources> resources() {
        return Optional.empty();
    }

    /// How many jobs the step may come to need, if each of them ends at its first attempt.
    default int mostJobs() {
        return resources().isPresent() ? 1 : 0;
    }

    /// The steps whose energies this one compares, with each other or with its own. One that computes nothing itself
    /// compares all that it reads.
    default SortedSet<StepId> compared() {
        return resources().isEmpty() ? dependencies() : Collections.emptySortedSet();
    }

    /// This step with a change of physics; the same step if it computes nothing, its workflow refuses such changes, or
    /// its settings are no longer what the change was made for.
    default Step amended(Remedy change) {
        return this;
    }

    /// What the step still needs, given the results so far. Pure: the same results give the same answer, so a
    /// replay of the journal asks again and gets the same calculations. Called only when all dependencies are done,
    /// and again whenever one of its own calculations is done.
    Next next(Results results);

    /// What is known so far of a step that is not done, or failed, for readers. Empty for a step that knows nothing of
    /// its own; its jobs may still tell ([Calculation#progress]). Pure, as [#next] is.
    default Optional<ObjectNode> progress(Results results) {
        return Optional.empty();
    }
}
