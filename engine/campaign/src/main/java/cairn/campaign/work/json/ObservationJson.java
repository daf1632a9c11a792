package cairn.campaign.work.json;

import cairn.neb.Observation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An evaluation with the positions it is of, as JSON: as [EvaluationJson] has it, and `positions_ang`. Cell, species
/// and constraints are those of a structure that lies beside it.
public final class ObservationJson {
    private static final String POSITIONS = "positions_ang";

    private ObservationJson() {}

    public static ObjectNode write(Observation observation) {
        ObjectNode node = EvaluationJson.write(observation.evaluation());
        node.set(POSITIONS, Json.array(observation.structure().positions().toArray()));
        return node;
    }

    /// @throws RuntimeException if the node was not written by [#write]
    public static Observation read(JsonNode node, Structure beside) {
        Positions positions = Positions.of(Json.doubles(node.required(POSITIONS)));
        return new Observation(beside.withPositions(positions), EvaluationJson.read(node));
    }
}
