package cairn.campaign.verb.alloy;

import cairn.analysis.anode.Capacity;
import cairn.analysis.anode.Swelling;
import cairn.analysis.phases.PhaseDiagram;
import cairn.structure.Composition;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The phases of host and ion alone, from the bare host on: what each holds, and how it has swollen.
record Contents(VoltagePlan plan, PhaseDiagram diagram, List<ComputedPhase> computed) {
    /// The lowest crystal of each composition, by content.
    private List<ComputedPhase> phases() {
        return computed.stream()
                .filter(each ->
                        without(each.phase().composition()).equals(plan.host().reduced()))
                .filter(each -> diagram.lowest(each.phase().composition())
                        .filter(each.phase()::equals)
                        .isPresent())
                .sorted(Comparator.comparingDouble(this::ions))
                .toList();
    }

    private Composition without(Composition composition) {
        return composition.without(plan.ion().element()).reduced();
    }

    private double ions(ComputedPhase each) {
        return each.phase().composition().count(plan.ion().element()) / units(each);
    }

    /// Formula units of the host.
    private double units(ComputedPhase each) {
        return each.phase().composition().without(plan.ion().element()).total()
                / (double) plan.host().reduced().total();
    }

    private double volume(ComputedPhase each) {
        return each.volumeAng3() / units(each);
    }

    double capacityPerGramOfHost(double ions) {
        return capacity(ions).mahPerGramOfHost();
    }

    private Capacity capacity(double ions) {
        return new Capacity(
                plan.host().reduced(),
                ions,
                plan.ion().charge(),
                plan.ion().element().massAmu());
    }

    void put(ArrayNode array) {
        List<ComputedPhase> phases = phases();
        phases.forEach(phase -> put(array.addObject(), phase, phases.getFirst()));
    }

    private void put(ObjectNode json, ComputedPhase phase, ComputedPhase bare) {
        Capacity capacity = capacity(ions(phase));
        Swelling swelling = new Swelling(volume(bare), volume(phase));
        json.put("formula", phase.phase().composition().reducedFormula())
                .put("stable", diagram.isStable(phase.phase()))
                .put("ions_per_host", ions(phase))
                .put("capacity_mah_per_g_of_host", capacity.mahPerGramOfHost())
                .put("capacity_mah_per_g_with_ions", capacity.mahPerGramWithIons())
                .put("capacity_mah_per_cm3", capacity.mahPerCm3(volume(phase)))
                .put("volume_ang3_per_host", volume(phase))
                .put("volume_ratio", swelling.ratio())
                .put("volume_change_percent", swelling.changePercent());
    }
}
