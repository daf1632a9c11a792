package cairn.campaign.work.json;

import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An evaluation as JSON, exactly: `energy_ev`, `forces_ev_per_ang`, and `stress_ev_per_ang3` (xx, yy, zz, yz, xz,
/// xy) where there is one.
public final class EvaluationJson {
    private static final String STRESS = "stress_ev_per_ang3";

    private EvaluationJson() {}

    public static ObjectNode write(Evaluation evaluation) {
        ObjectNode node = Json.object();
        node.put("energy_ev", evaluation.energyEv());
        node.set("forces_ev_per_ang", Json.array(evaluation.forces().toArray()));
        switch (evaluation.stress()) {
            case Stress.NotGiven _ -> {}
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                node.set(STRESS, Json.array(xx, yy, zz, yz, xz, xy));
        }
        return node;
    }

    /// @throws RuntimeException if the node was not written by [#write]
    public static Evaluation read(JsonNode node) {
        return new Evaluation(
                node.required("energy_ev").doubleValue(),
                Forces.of(Json.doubles(node.required("forces_ev_per_ang"))),
                node.has(STRESS) ? stress(Json.doubles(node.required(STRESS))) : new Stress.NotGiven());
    }

    private static Stress stress(double[] s) {
        return new Stress.Tensor(s[0], s[1], s[2], s[3], s[4], s[5]);
    }
}
