package cairn.campaign.verb.gate;

import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.verb.Setup;
import cairn.campaign.verb.Sources;
import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// A step that computes with the cutoff and the k-points which a convergence gate has found.
///
/// @param gate the step that finds them
/// @param planned the step as it would be with the settings of the workflow
/// @param with the step with another setup
public record ConvergedStep(StepId gate, Step planned, Setup setup, Function<Setup, Step> with) implements Step {
    @Override
    public StepId id() {
        return planned.id();
    }

    @Override
    public String kind() {
        return planned.kind();
    }

    @Override
    public SortedSet<StepId> dependencies() {
        SortedSet<StepId> all = new TreeSet<>(planned.dependencies());
        all.add(gate);
        return Collections.unmodifiableSortedSet(all);
    }

    @Override
    public Optional<Resources> resources() {
        return planned.resources();
    }

    @Override
    public SortedSet<StepId> compared() {
        return planned.compared();
    }

    @Override
    public Step amended(Remedy change) {
        return new ConvergedStep(gate, planned.amended(change), setup.amended(change), with);
    }

    @Override
    public int mostJobs() {
        return planned.mostJobs();
    }

    @Override
    public Next next(Results results) {
        StepResult found = Sources.result(gate, results);
        return found.result().has("cutoff_ev")
                ? converged(found).next(results)
                : new Next.Failed(new Failure(
                        "converge/no-gate",
                        "The step " + gate + " finds no cutoff and no k-points.",
                        "Let `converged_by` name a step with the verb converge."));
    }

    @Override
    public Optional<ObjectNode> progress(Results results) {
        return converged(Sources.result(gate, results)).progress(results);
    }

    private Step converged(StepResult found) {
        return with.apply(new Setup(Converged.by(found).of(setup.code()), setup.resources(), setup.physics()));
    }
}
