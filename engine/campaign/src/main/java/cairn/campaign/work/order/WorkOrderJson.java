package cairn.campaign.work.order;

import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.CodeSpec;
import cairn.neb.NebSettings;
import cairn.neb.Springs;
import cairn.neb.relax.RelaxSettings;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A work order as the text of `work.json`.
public final class WorkOrderJson {
    private WorkOrderJson() {}

    /// The same order gives the same text: it is hashed into the calculation's identity.
    public static String write(WorkOrder order) {
        ObjectNode node = Json.object();
        switch (order) {
            case WorkOrder.Energy energy -> {
                head(node, "energy", order);
                node.set("structure", StructureJson.write(energy.structure()));
            }
            case WorkOrder.Relax relax -> {
                head(node, "relax", order);
                node.set("settings", relaxSettings(relax.settings()));
                node.set("structure", StructureJson.write(relax.structure()));
            }
            case WorkOrder.Insert insert -> {
                head(node, "insert", order);
                InsertionJson.write(insert, node);
            }
            case WorkOrder.Band band -> {
                head(node, "band", order);
                node.set("settings", nebSettings(band.settings()));
                node.set("search", SearchChoiceJson.write(band.search()));
                BandTaskJson.writeMore(band.task(), node);
                if (!band.along().isEmpty()) {
                    node.set("along", StructureJson.writeAll(band.along()));
                }
                node.set("from", endpoint(band.from()));
                node.set("to", endpoint(band.to()));
                ArrayNode known = node.putArray("known");
                band.known().forEach(observation -> known.add(ObservationJson.write(observation)));
            }
            case WorkOrder.Driven driven -> {
                head(node, "driven", order);
                node.set("task", TaskJson.write(driven.task()));
            }
        }
        return Json.pages(node);
    }

    public static WorkOrder read(String text) {
        ObjectNode node = Json.parse(text);
        String code = code(node.required("code"));
        return switch (node.required("work").stringValue()) {
            case "energy" -> new WorkOrder.Energy(code, StructureJson.read(node.required("structure")));
            case "relax" ->
                new WorkOrder.Relax(
                        code, StructureJson.read(node.required("structure")), relaxSettings(node.required("settings")));
            case "insert" -> InsertionJson.read(code, node);
            case "band" -> band(code, node);
            case "driven" -> new WorkOrder.Driven(code, TaskJson.read(node.required("task")));
            case String unknown -> throw new IllegalArgumentException("no such work: " + unknown);
        };
    }

    private static String code(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static WorkOrder.Band band(String code, ObjectNode node) {
        WorkOrder.Endpoint from = endpoint(node.required("from"));
        BandTask task =
                BandTask.of(nebSettings(node.required("settings")), SearchChoiceJson.read(node.required("search")));
        return new WorkOrder.Band(
                code,
                from,
                endpoint(node.required("to")),
                BandTaskJson.readMore(task, node),
                node.optional("along").map(StructureJson::readAll).orElse(List.of()),
                node.required("known")
                        .valueStream()
                        .map(known -> ObservationJson.read(known, from.structure()))
                        .toList());
    }

    private static void head(ObjectNode node, String work, WorkOrder order) {
        node.put("work", work);
        if (CodeSpec.hasSettings(order.code())) {
            node.set("code", Json.parse(order.code()));
        } else {
            node.put("code", order.code());
        }
    }

    public static ObjectNode relaxSettings(RelaxSettings settings) {
        ObjectNode node = Json.object();
        node.put("cell_free", settings.cellFree());
        node.put("fmax_ev_per_ang", settings.fmax());
        node.put("stress_max_ev_per_ang3", settings.stressMax());
        node.put("max_steps", settings.maxSteps());
        return node;
    }

    public static RelaxSettings relaxSettings(JsonNode node) {
        return new RelaxSettings(
                node.required("cell_free").booleanValue(),
                node.required("fmax_ev_per_ang").doubleValue(),
                node.required("stress_max_ev_per_ang3").doubleValue(),
                node.required("max_steps").intValue());
    }

    public static ObjectNode nebSettings(NebSettings settings) {
        ObjectNode node = Json.object();
        node.put("interior_images", settings.interiorImages());
        node.put("fmax_ev_per_ang", settings.fmax());
        node.set("springs", springs(settings.springs()));
        node.put("start", settings.start().name());
        node.put("climbing", settings.climbing().name());
        node.put("optimizer", settings.optimizer().name());
        node.put("max_iterations", settings.maxIterations());
        return node;
    }

    private static NebSettings nebSettings(JsonNode node) {
        return new NebSettings(
                node.required("interior_images").intValue(),
                node.required("fmax_ev_per_ang").doubleValue(),
                springs(node.required("springs")),
                NebSettings.Start.valueOf(node.required("start").stringValue()),
                NebSettings.Climbing.valueOf(node.required("climbing").stringValue()),
                NebSettings.Optimizer.valueOf(node.required("optimizer").stringValue()),
                node.required("max_iterations").intValue());
    }

    private static ObjectNode springs(Springs springs) {
        ObjectNode node = Json.object();
        switch (springs) {
            case Springs.Uniform(double constant) -> {
                node.put("kind", "uniform");
                node.put("constant_ev_per_ang2", constant);
            }
            case Springs.EnergyWeighted(double lower, double upper) -> {
                node.put("kind", "energy-weighted");
                node.put("lower_ev_per_ang2", lower);
                node.put("upper_ev_per_ang2", upper);
            }
        }
        return node;
    }

    private static Springs springs(JsonNode node) {
        return switch (node.required("kind").stringValue()) {
            case "uniform" ->
                new Springs.Uniform(node.required("constant_ev_per_ang2").doubleValue());
            case "energy-weighted" ->
                new Springs.EnergyWeighted(
                        node.required("lower_ev_per_ang2").doubleValue(),
                        node.required("upper_ev_per_ang2").doubleValue());
            case String unknown -> throw new IllegalArgumentException("no such springs: " + unknown);
        };
    }

    private static ObjectNode endpoint(WorkOrder.Endpoint endpoint) {
        ObjectNode node = Json.object();
        node.set("structure", StructureJson.write(endpoint.structure()));
        node.set("evaluation", EvaluationJson.write(endpoint.evaluation()));
        return node;
    }

    private static WorkOrder.Endpoint endpoint(JsonNode node) {
        return new WorkOrder.Endpoint(
                StructureJson.read(node.required("structure")), EvaluationJson.read(node.required("evaluation")));
    }
}
