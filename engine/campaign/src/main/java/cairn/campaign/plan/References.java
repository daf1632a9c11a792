package cairn.campaign.plan;

import cairn.campaign.language.Refers.How;
import cairn.campaign.language.Refers.Use;
import cairn.campaign.language.Source;
import cairn.campaign.language.Source.File;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Workflow;
import cairn.campaign.shape.Named;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks up every name that a step uses, and reports those that stand for nothing.
final class References {
    private final Workflow workflow;
    private final Surroundings surroundings;
    private final Problems problems;
    private final Set<String> usedStructures = new HashSet<>();

    References(Workflow workflow, Surroundings surroundings, Problems problems) {
        this.workflow = workflow;
        this.surroundings = surroundings;
        this.problems = problems;
    }

    /// A name must stand for one thing.
    void refuseAmbiguous() {
        for (Named<File> structure : workflow.structures()) {
            if (surroundings.step(structure.name()).isPresent()) {
                String what = "'" + structure.name() + "' names both a structure and a step";
                problems.add(structure.at(), what, "rename one of them");
            }
        }
    }

    void warnOfUnused() {
        for (Named<File> structure : workflow.structures()) {
            if (!usedStructures.contains(structure.name())) {
                problems.warn(
                        "", structure.at(), "the structure '" + structure.name() + "' is never used", "remove it");
            }
        }
    }

    /// The step that a use stands for; empty if it is a structure or a file, or a problem.
    Optional<StepNode> resolve(Use use) {
        String name = use.name().value();
        Optional<StepNode> step = surroundings.step(name);
        if (step.isEmpty()) {
            resolveOther(use, name);
        }
        return step;
    }

    private void resolveOther(Use use, String name) {
        boolean isSaid = workflow.declared().contains(name) && !surroundings.isStructure(name);
        if (isSaid || StructureLibrary.hasPlaceholder(name)) {
            return; // What is wrong with it has been said where it stands.
        }
        if (use.how() != How.SOURCE) {
            refuse(use.name(), "step", stepNames());
        } else if (surroundings.isStructure(name)) {
            usedStructures.add(name);
        } else if (!StructureLibrary.looksLikeFile(name)) {
            refuse(use.name(), "structure or step", workflow.declared());
        }
    }

    /// A structure of the workflow is one file; what varies over the matrix stands in a step.
    void refusePlaceholders() {
        for (Named<File> structure : workflow.structures()) {
            if (StructureLibrary.hasPlaceholder(structure.value().path())) {
                String advice = "name the file in the step: relax: {file: \""
                        + structure.value().path() + "\"}";
                problems.add(structure.value().at(), "a structure of the workflow does not vary", advice);
            }
        }
    }

    private void refuse(StepName name, String kind, Collection<String> known) {
        if (surroundings.isStructure(name.value())) {
            usedStructures.add(name.value());
            String what = "'" + name.value() + "' is a structure, here a step is needed";
            problems.add(name.at(), what, "relax it in a step, and name that");
            return;
        }
        String what = "there is no " + kind + " '" + name.value() + "'";
        problems.add(name.at(), what, NearestName.advice(name.value(), known));
    }

    /// Reads the files of a step's sources, so that what is wrong with them is reported with the rest.
    void readFiles(StepNode node) {
        for (var draft : node.drafts.values()) {
            for (Source source : draft.said().values(Source.class)) {
                if (isReadable(origin(source))) {
                    surroundings.given(source);
                }
            }
        }
    }

    private static Source origin(Source source) {
        return switch (source) {
            case Source.Inserted inserted -> origin(inserted.into());
            case Source.Rattled rattled -> origin(rattled.of());
            case Source.Named _, File _ -> source;
        };
    }

    private boolean isReadable(Source origin) {
        return switch (origin) {
            case File _ -> true;
            case Source.Named(StepName name) ->
                surroundings.step(name.value()).isEmpty()
                        && (surroundings.isStructure(name.value()) || StructureLibrary.looksLikeFile(name.value()));
            case Source.Inserted _, Source.Rattled _ -> false;
        };
    }

    private List<String> stepNames() {
        return workflow.steps().stream().map(Workflow.StepText::name).toList();
    }
}
