package cairn.campaign.journal;

import cairn.campaign.calculation.Digest;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.StepId;
import cairn.codes.correction.RemedyJson;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of records on corrections, as [RecordJson] has the others.
final class CorrectionJson {
    private CorrectionJson() {}

    static void write(ObjectNode json, Event.Corrected corrected) {
        json.put("step", corrected.id().step().value())
                .put("calculation", corrected.id().name())
                .put("inputs", corrected.inputs().hex())
                .put("made", corrected.correction().at().toString());
        json.set("remedy", RemedyJson.write(corrected.correction().remedy()));
    }

    static Event readCorrected(JsonNode json) {
        return new Event.Corrected(
                new CalculationId(
                        new StepId(json.required("step").stringValue()),
                        json.required("calculation").stringValue()),
                new Digest(json.required("inputs").stringValue()),
                new Corrected(
                        Instant.parse(json.required("made").stringValue()), RemedyJson.read(json.required("remedy"))));
    }

    static void write(ObjectNode json, Amendment amendment) {
        json.put("cause", amendment.cause().value());
        ArrayNode steps = json.putArray("steps");
        amendment.steps().forEach(step -> steps.add(step.value()));
        json.set("remedy", RemedyJson.write(amendment.remedy()));
    }

    static Amendment readAmendment(JsonNode json) {
        return new Amendment(
                new StepId(json.required("cause").stringValue()),
                json.required("steps")
                        .valueStream()
                        .map(step -> new StepId(step.stringValue()))
                        .toList(),
                RemedyJson.read(json.required("remedy")));
    }
}
