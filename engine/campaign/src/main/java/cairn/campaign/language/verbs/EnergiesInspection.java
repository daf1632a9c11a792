package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.shape.Key;
import cairn.campaign.yaml.Problems;
import cairn.codes.CodeSpec;
import java.util.List;
import java.util.Optional;

/// What an expert objects to in energies that a step gathers, before anything runs: a step that gives none, energies of
/// two codes.
///
/// @param step the step that gathers them, under `key`
/// @param crystals all the steps that are gathered
record EnergiesInspection(StepContext step, Key<?> key, List<StepContext> crystals, Problems problems) {
    /// Whether each gives an energy.
    boolean run() {
        if (!endWithStructures()) {
            return false;
        }
        sameCode();
        return true;
    }

    private boolean endWithStructures() {
        Optional<StepContext> other = crystals.stream()
                .filter(crystal -> !(crystal.verb() instanceof Relax || crystal.verb() instanceof Energy))
                .findFirst();
        other.ifPresent(crystal -> problems.add(
                step.at(key),
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
                .ifPresent(
                        other -> problems.block(
                                "E1",
                                step.at(key),
                                "'" + first.id() + "' is computed with "
                                        + first.setup().code().name() + ", '" + other.id() + "' with "
                                        + other.setup().code().name() + difference(first, other),
                                "energies that were computed differently are never subtracted: say the code once for the workflow"));
    }

    private static String spec(StepContext crystal) {
        return crystal.setup().code().spec();
    }

    private static String difference(StepContext first, StepContext other) {
        return first.setup().code().name().equals(other.setup().code().name())
                ? " and other settings: " + CodeSpec.differences(spec(first), spec(other))
                : "";
    }
}
