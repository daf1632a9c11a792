package cairn.campaign.verb.growth;

import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.Code;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The pure element that an alloy is measured against: of each atom the energy (eV) and the volume (Angstrom^3).
record AlloyReference(StepId step, Structure structure, String codeFingerprint, double energyPerAtom) {
    static AlloyReference of(StepId step, ObjectNode detail) {
        Structure structure = StructureJson.read(detail.required("structure"));
        double energy = EvaluationJson.read(detail.required("evaluation")).energyEv();
        return new AlloyReference(
                step,
                structure,
                detail.required("code").required("fingerprint").stringValue(),
                energy / structure.count());
    }

    double volumePerAtom() {
        return structure.cell().volume() / structure.count();
    }

    /// Why nothing can be measured against it.
    Optional<Failure> objection(Element element, Code code) {
        if (!structure.species().stream().allMatch(element::equals)) {
            return Optional.of(new Failure(
                    "alloy/other-reference",
                    "The reference " + step + " is " + structure.composition().formula() + ", not pure "
                            + element.symbol() + ".",
                    "Let `against` name the step that relaxes " + element.symbol() + "."));
        }
        return codeFingerprint.equals(code.fingerprint())
                ? Optional.empty()
                : Optional.of(new Failure(
                        "alloy/codes-differ",
                        "The alloy is computed with " + code.fingerprint() + ", but " + step + " with "
                                + codeFingerprint + ".",
                        "Use one `code:` for both: energies of different settings are never subtracted."));
    }
}
