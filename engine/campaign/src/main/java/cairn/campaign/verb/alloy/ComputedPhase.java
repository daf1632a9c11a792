package cairn.campaign.verb.alloy;

import cairn.analysis.phases.Fingerprint;
import cairn.analysis.phases.Phase;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.json.StructureJson;
import cairn.structure.Composition;
import cairn.structure.Structure;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A crystal that a step computed: its phase, and the volume (Angstrom^3) of all its atoms.
public record ComputedPhase(Phase phase, double volumeAng3) {
    /// Of a step that ends with a structure and its evaluation.
    public static ComputedPhase of(StepId step, StepResult result) {
        Structure structure = structure(result);
        double energy =
                result.detail().required("evaluation").required("energy_ev").doubleValue();
        Fingerprint fingerprint = fingerprint(result.detail().required("code"));
        return new ComputedPhase(
                new Phase(step.value(), structure.composition(), energy, fingerprint),
                structure.cell().volume());
    }

    static Structure structure(StepResult result) {
        return StructureJson.read(result.detail().required("structure"));
    }

    /// The version that ran belongs to it, even where the code's own fingerprint leaves it out.
    private static Fingerprint fingerprint(JsonNode code) {
        String words = code.required("fingerprint").stringValue();
        String version = code.required("version").stringValue();
        return new Fingerprint(words.contains(version) ? words : words + ", version " + version);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("step", phase.name())
                .put("formula", phase.composition().formula())
                .put("energy_ev", phase.energyEv())
                .put("volume_ang3", volumeAng3)
                .put("fingerprint", phase.fingerprint().words());
    }

    private static ComputedPhase read(JsonNode json) {
        return new ComputedPhase(
                new Phase(
                        json.required("step").stringValue(),
                        Composition.ofFormula(json.required("formula").stringValue())
                                .orElseThrow(),
                        json.required("energy_ev").doubleValue(),
                        new Fingerprint(json.required("fingerprint").stringValue())),
                json.required("volume_ang3").doubleValue());
    }

    static List<ComputedPhase> readAll(JsonNode array) {
        return array.valueStream().map(ComputedPhase::read).toList();
    }

    static List<Phase> phases(List<ComputedPhase> computed) {
        return computed.stream().map(ComputedPhase::phase).toList();
    }
}
