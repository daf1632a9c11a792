package cairn.campaign.language;

import cairn.campaign.language.Source.File;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Said;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Node.Mapping;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// A workflow as its file says it: the header typed, the steps still text, because what a step says may differ over the
/// matrix.
///
/// `declared` holds every name under `structures` and `steps`, also those whose values have problems: a use of such a
/// name is no second problem. `defaults` is what the workflow says for all its steps (code, resources).
public record Workflow(
        String name,
        String about,
        Said defaults,
        List<Named<File>> structures,
        Matrix matrix,
        List<StepText> steps,
        SequencedSet<String> declared) {
    public Workflow {
        structures = List.copyOf(structures);
        steps = List.copyOf(steps);
        declared = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(declared));
    }

    /// A step's name and its mapping, placeholders and all.
    public record StepText(String name, Location at, Mapping mapping) {}
}
