package cairn.campaign.verb;

import cairn.campaign.finding.CodeFindings;
import cairn.campaign.finding.Finding;
import cairn.campaign.step.StepId;
import cairn.campaign.work.Aside;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The parts that results and details of several verbs share.
public final class Details {
    private Details() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// What results.json says of one structure.
    public static ObjectNode result(ObjectNode calculation) {
        Structure structure = StructureJson.read(calculation.required("structure"));
        Evaluation evaluation = EvaluationJson.read(calculation.required("evaluation"));
        return object().put("energy_ev", evaluation.energyEv())
                .put("atoms", structure.count())
                .put("volume_ang3", structure.cell().volume())
                .put("length_a_ang", structure.cell().length(0))
                .put("length_b_ang", structure.cell().length(1))
                .put("length_c_ang", structure.cell().length(2))
                .put("fmax_ev_per_ang", evaluation.forces().fmax(structure.constraints()))
                .put(
                        "force_evaluations",
                        calculation.required("force_evaluations").intValue());
    }

    /// As [#result], with what an expert objects to in what the code has said.
    static ObjectNode judged(StepId step, ObjectNode calculation, Code code) {
        ObjectNode result = result(calculation);
        Finding.put(result, findings(step, calculation, code));
        return result;
    }

    static List<Finding> findings(StepId step, ObjectNode calculation, Code code) {
        return CodeFindings.of(step.value(), CodeSpec.settings(code.spec()), calculation.path(Aside.KEY));
    }

    /// What other steps read of one structure.
    public static ObjectNode detail(ObjectNode calculation, Code code) {
        ObjectNode detail = object();
        detail.set("structure", calculation.required("structure"));
        detail.set("evaluation", calculation.required("evaluation"));
        detail.set("code", code(calculation, code));
        String potentials = code.potentials(
                StructureJson.read(calculation.required("structure")).species());
        if (!potentials.isEmpty()) {
            detail.put("potentials", potentials);
        }
        calculation.optional("trajectory").ifPresent(trajectory -> detail.set("trajectory", trajectory));
        return detail;
    }

    public static ObjectNode code(ObjectNode calculation, Code code) {
        return object().put("name", code.name())
                .put("spec", code.spec())
                .put("version", calculation.required("code_version").stringValue())
                .put("fingerprint", code.fingerprint())
                .put("validity", code.validity());
    }
}
