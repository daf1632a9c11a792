package cairn.campaign.verb;

import cairn.analysis.elasticity.BirchMurnaghan;
import cairn.analysis.elasticity.EnergyAtVolume;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.Code;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An equation of state as results.json and the report read it.
record EquationOfStateJson(List<ObjectNode> calculations, List<EnergyAtVolume> points, BirchMurnaghan curve) {
    static EnergyAtVolume point(ObjectNode calculation) {
        return new EnergyAtVolume(
                structure(calculation).cell().volume(),
                calculation.required("evaluation").required("energy_ev").doubleValue());
    }

    private static Structure structure(ObjectNode calculation) {
        return StructureJson.read(calculation.required("structure"));
    }

    StepResult result(Code code) {
        Structure equilibrium = equilibrium();
        ObjectNode detail = Details.object();
        detail.set("structure", StructureJson.write(equilibrium));
        detail.set("code", Details.code(calculations.getFirst(), code));
        return new StepResult(result(equilibrium.count()), detail);
    }

    private ObjectNode result(int atoms) {
        ObjectNode result = Details.object()
                .put("formula", structure(calculations.getFirst()).composition().reducedFormula())
                .put("atoms", atoms)
                .put("volume_ang3", curve.volumeAng3())
                .put("volume_ang3_per_atom", curve.volumeAng3() / atoms)
                .put("energy_ev", curve.energyEv())
                .put("bulk_modulus_gpa", Units.GPA_PER_EV_ANGSTROM3 * curve.bulkModulusEvPerAng3())
                .put("bulk_modulus_derivative", curve.bulkModulusDerivative())
                .put("residual_ev_per_atom", curve.residualEv() / atoms)
                .put("force_evaluations", evaluations());
        ArrayNode array = result.putArray("points");
        points.forEach(point ->
                array.addObject().put("volume_ang3", point.volumeAng3()).put("energy_ev", point.energyEv()));
        return result;
    }

    private int evaluations() {
        return calculations.stream()
                .mapToInt(
                        calculation -> calculation.required("force_evaluations").intValue())
                .sum();
    }

    /// The crystal at the volume of lowest energy: the relaxed one closest to it, scaled.
    private Structure equilibrium() {
        Structure closest = calculations.stream()
                .map(EquationOfStateJson::structure)
                .min(Comparator.comparingDouble(
                        structure -> Math.abs(structure.cell().volume() - curve.volumeAng3())))
                .orElseThrow();
        return Volumes.scaled(closest, curve.volumeAng3() / closest.cell().volume());
    }
}
