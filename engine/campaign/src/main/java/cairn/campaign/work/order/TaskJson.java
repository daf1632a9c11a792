package cairn.campaign.work.order;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A task as JSON.
final class TaskJson {
    private TaskJson() {}

    static ObjectNode write(Task task) {
        ObjectNode node = Json.object();
        switch (task) {
            case Task.Energy energy -> {
                node.put("kind", "energy");
                node.set("structure", StructureJson.write(energy.structure()));
            }
            case Task.Relax relax -> writeRelax(relax, node);
            case Task.Dynamics dynamics -> writeDynamics(dynamics, node);
            case Task.Band band -> writeBand(band, node);
        }
        return node;
    }

    private static void writeRelax(Task.Relax relax, ObjectNode node) {
        node.put("kind", "relax").put("cell", relax.cell().name());
        node.put("fmax_ev_per_ang", relax.fmax()).put("stress_max_ev_per_ang3", relax.stressMax());
        node.put("max_steps", relax.maxSteps());
        node.set("structure", StructureJson.write(relax.structure()));
    }

    private static void writeDynamics(Task.Dynamics dynamics, ObjectNode node) {
        node.put("kind", "dynamics");
        switch (dynamics.ensemble()) {
            case Ensemble.Isolated _ -> node.put("ensemble", "nve");
            case Ensemble.AtTemperature _ -> node.put("ensemble", "nvt");
            case Ensemble.AtPressure(var _, double pressure) ->
                node.put("ensemble", "npt").put("pressure_ev_per_ang3", pressure);
        }
        node.put("temperature_k", dynamics.ensemble().temperatureK());
        node.put("timestep_fs", dynamics.timestepFs()).put("steps", dynamics.steps());
        node.put("seed", dynamics.seed());
        node.set("structure", StructureJson.write(dynamics.structure()));
    }

    private static void writeBand(Task.Band band, ObjectNode node) {
        node.put("kind", "band").put("climbing", band.climbing().name());
        node.put("spring_ev_per_ang2", band.spring()).put("fmax_ev_per_ang", band.fmax());
        node.put("max_iterations", band.maxIterations());
        node.set("images", StructureJson.writeAll(band.images()));
    }

    static Task read(JsonNode node) {
        return switch (node.required("kind").stringValue()) {
            case "energy" -> new Task.Energy(StructureJson.read(node.required("structure")));
            case "relax" ->
                new Task.Relax(
                        StructureJson.read(node.required("structure")),
                        Task.CellMotion.valueOf(node.required("cell").stringValue()),
                        node.required("fmax_ev_per_ang").doubleValue(),
                        node.required("stress_max_ev_per_ang3").doubleValue(),
                        node.required("max_steps").intValue());
            case "dynamics" ->
                new Task.Dynamics(
                        StructureJson.read(node.required("structure")),
                        ensemble(node),
                        node.required("timestep_fs").doubleValue(),
                        node.required("steps").intValue(),
                        node.required("seed").intValue());
            case "band" ->
                new Task.Band(
                        StructureJson.readAll(node.required("images")),
                        Task.Climbing.valueOf(node.required("climbing").stringValue()),
                        node.required("spring_ev_per_ang2").doubleValue(),
                        node.required("fmax_ev_per_ang").doubleValue(),
                        node.required("max_iterations").intValue());
            case String unknown -> throw new IllegalArgumentException("no such task: " + unknown);
        };
    }

    private static Ensemble ensemble(JsonNode node) {
        double temperature = node.required("temperature_k").doubleValue();
        return switch (node.required("ensemble").stringValue()) {
            case "nve" -> new Ensemble.Isolated(temperature);
            case "nvt" -> new Ensemble.AtTemperature(temperature);
            case "npt" ->
                new Ensemble.AtPressure(
                        temperature, node.required("pressure_ev_per_ang3").doubleValue());
            case String unknown -> throw new IllegalArgumentException("no such ensemble: " + unknown);
        };
    }
}
