package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.voltage.Plateau;
import cairn.analysis.voltage.VoltageCurve;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Voltages as results.json and the report read them.
record VoltageJson(StepId step, VoltagePlan plan, VoltageCurve curve, Contents contents, List<Finding> findings) {
    /// `forced` is the curve along the path, if there is one.
    StepResult result(List<VoltageCurve> forced, JsonNode code) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        ArrayNode measured = detail.putArray("measured");
        plan.measured().forEach(each -> put(measured.addObject(), each));
        detail.set("code", code);
        return new StepResult(result(forced), detail);
    }

    private ObjectNode result(List<VoltageCurve> forced) {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("host", curve.host().formula())
                .put("against", curve.ion().element().symbol());
        put(result, curve);
        forced.forEach(path -> put(result.putObject("path"), path));
        contents.put(result.putArray("phases"));
        FindingsJson.put(result, step, findings);
        return result;
    }

    private void put(ObjectNode json, VoltageCurve along) {
        json.put("mean_voltage_v", along.meanVoltageV())
                .put(
                        "capacity_mah_per_g",
                        contents.capacityPerGramOfHost(
                                along.plateaus().getLast().to()));
        ArrayNode plateaus = json.putArray("plateaus");
        along.plateaus().forEach(plateau -> put(plateaus.addObject(), plateau));
    }

    private static void put(ObjectNode json, Plateau plateau) {
        json.put("from", plateau.first())
                .put("to", plateau.last())
                .put("from_ions_per_host", plateau.from())
                .put("to_ions_per_host", plateau.to())
                .put("voltage_v", plateau.voltageV());
    }

    private static void put(ObjectNode json, Measured measured) {
        json.put("source", measured.source()).put("temperature_celsius", measured.temperatureCelsius());
        ArrayNode plateaus = json.putArray("plateaus");
        measured.plateaus()
                .forEach(step -> plateaus.addObject()
                        .put("from_ions_per_host", step.from())
                        .put("to_ions_per_host", step.to())
                        .put("voltage_v", step.voltageV()));
    }
}
