package cairn.campaign.view;

import cairn.campaign.frontier.StepStanding;
import cairn.campaign.step.Amendment;
import cairn.cluster.durable.Durable;
import cairn.codes.correction.Remedy;
import cairn.codes.correction.RemedyJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `results.json`: the results of a campaign for other people's tools. Equal results give equal bytes: steps in the
/// order of the plan, keys in the order the step gave them, no times, no ids.
public final class ResultsFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsFile() {}

    /// The content.
    public static ObjectNode json(String campaign, String workflow, CampaignView view) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("campaign", campaign).put("workflow", workflow);
        ObjectNode steps = json.putObject("steps");
        view.steps().forEach(step -> write(steps.putObject(step.id().value()), step));
        return json;
    }

    private static void write(ObjectNode json, CampaignView.StepView step) {
        json.put("state", step.standing().word()).put("kind", step.kind());
        step.result().ifPresent(result -> json.set("result", result.result()));
        corrections(json, step);
        switch (step.standing()) {
            case StepStanding.Failed(var failure) ->
                json.putObject("failure")
                        .put("signature", failure.signature())
                        .put("message", failure.message())
                        .put("advice", failure.advice());
            case StepStanding.Blocked(var by) -> json.put("blocked_by", by.value());
            case StepStanding.Waiting(), StepStanding.Active(), StepStanding.Done() -> {}
        }
    }

    /// What was changed of how it is computed: numerics by the jobs themselves, physics for all that is compared.
    private static void corrections(ObjectNode json, CampaignView.StepView step) {
        for (CampaignView.CalculationView calculation : step.calculations()) {
            for (Remedy remedy : calculation.corrections()) {
                ObjectNode one = RemedyJson.write(remedy);
                one.put("calculation", calculation.id().name()).put("sentence", remedy.sentence());
                json.withArray("corrections").add(one);
            }
        }
        for (Amendment amendment : step.amendments()) {
            ObjectNode one = RemedyJson.write(amendment.remedy());
            one.put("cause", amendment.cause().value()).put("sentence", amendment.sentence());
            json.withArray("corrections").add(one);
        }
    }

    /// Replaces `results.json` in the campaign's folder.
    public static void write(Path folder, ObjectNode json) {
        Path file = folder.resolve("results.json");
        try {
            Durable.file(file, MAPPER.writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
