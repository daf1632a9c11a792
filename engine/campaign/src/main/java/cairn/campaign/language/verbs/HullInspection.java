package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.yaml.Problems;
import cairn.codes.CodeSpec;
import cairn.structure.Composition;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;
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
        if (endWithStructures()) {
            sameCode();
            references();
        }
    }

    private boolean endWithStructures() {
        Optional<StepContext> other = crystals.stream()
                .filter(crystal -> !(crystal.verb() instanceof Relax || crystal.verb() instanceof Energy))
                .findFirst();
        other.ifPresent(crystal -> problems.add(
                step.at(Hull.OF),
                "the step '" + crystal.id() + "' gives no crystal with its energy: its verb is "
                        + crystal.verb().name(),
                "name steps that relax, or give an energy"));
        return other.isEmpty() && !crystals.isEmpty();
    }

    private void sameCode() {
        StepContext first = crystals.getFirst();
        crystals.stream()
                .filter(crystal -> !spec(crystal).equals(spec(first)))
                .findFirst()
                .ifPresent(other -> problems.block(
                        "E1",
                        step.at(Hull.OF),
                        "'" + first.id() + "' is computed with "
                                + first.setup().code().name() + ", '" + other.id() + "' with "
                                + other.setup().code().name() + difference(first, other),
                        "energies that were computed differently make no hull: say the code once for the workflow"));
    }

    private static String spec(StepContext crystal) {
        return crystal.setup().code().spec();
    }

    private static String difference(StepContext first, StepContext other) {
        return first.setup().code().name().equals(other.setup().code().name())
                ? " and other settings: " + CodeSpec.differences(spec(first), spec(other))
                : "";
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
