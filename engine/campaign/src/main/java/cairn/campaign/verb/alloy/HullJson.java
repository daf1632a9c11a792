package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.phases.Phase;
import cairn.analysis.phases.PhaseDiagram;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A phase diagram as results.json and the next steps read it.
record HullJson(StepId step, PhaseDiagram diagram, List<ComputedPhase> computed, List<Finding> findings) {
    StepResult result(JsonNode code) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        ArrayNode array = detail.putArray("phases");
        computed.forEach(phase -> array.add(phase.json()));
        detail.set("code", code);
        return new StepResult(result(), detail);
    }

    private ObjectNode result() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("stable", stable());
        ArrayNode phases = result.putArray("phases");
        computed.forEach(phase -> put(phases.addObject(), phase));
        FindingsJson.put(result, step, findings);
        return result;
    }

    private String stable() {
        return diagram.stable().stream()
                .map(phase -> phase.composition().reducedFormula())
                .collect(Collectors.joining(", "));
    }

    private void put(ObjectNode json, ComputedPhase computed) {
        Phase phase = computed.phase();
        int atoms = phase.composition().total();
        json.put("step", phase.name())
                .put("formula", phase.composition().reducedFormula())
                .put("atoms", atoms)
                .put("energy_ev_per_atom", phase.energyPerAtomEv())
                .put("formation_energy_ev_per_atom", diagram.formationEnergyEvPerAtom(phase))
                .put("energy_above_hull_ev_per_atom", diagram.energyAboveHullEvPerAtom(phase))
                .put("stable", diagram.isStable(phase))
                .put("decomposes_into", decomposition(phase))
                .put("volume_ang3_per_atom", computed.volumeAng3() / atoms);
        composition(json.putObject("composition"), phase);
    }

    private String decomposition(Phase phase) {
        return diagram.isStable(phase)
                ? ""
                : diagram.decomposition(phase.composition()).words();
    }

    private static void composition(ObjectNode json, Phase phase) {
        phase.composition()
                .reduced()
                .counts()
                .forEach((element, count) -> json.put(element.symbol(), count.intValue()));
    }
}
