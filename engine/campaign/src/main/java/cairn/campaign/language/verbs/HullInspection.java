package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.yaml.Problems;
import cairn.structure.Composition;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.List;
import java.util.stream.Collectors;

/// What an expert objects to in a hull before anything runs: a step that relaxes nothing, energies of two codes, no
/// crystal of an element.
final class HullInspection {
    private final StepContext step;
    private final Problems problems;
    private final List<StepContext> crystals;

    HullInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
        this.crystals = Hull.crystals(step).toList();
    }

    void run() {
        if (new EnergiesInspection(step, Hull.OF, crystals, problems).run()) {
            references();
        }
    }

    private void references() {
        List<Composition> compositions = compositions(crystals);
        String missing = compositions.stream()
                .flatMap(composition -> composition.counts().keySet().stream())
                .distinct()
                .filter(element -> !compositions.contains(Composition.of(List.of(element))))
                .map(Element::symbol)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && compositions.size() == crystals.size()) {
            problems.block(
                    "E6",
                    step.at(Hull.OF),
                    "the hull has no crystal of " + missing + ", and formation energies are relative to the elements",
                    "relax the element too, in the same way");
        }
    }

    /// One formula unit of each crystal that is known before anything runs.
    static List<Composition> compositions(List<StepContext> crystals) {
        return crystals.stream()
                .flatMap(crystal -> crystal.structure().stream())
                .map(Structure::composition)
                .map(Composition::reduced)
                .toList();
    }
}
