package cairn.campaign.work.order;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.StructureJson;
import cairn.neb.dynamics.DynamicsSettings;
import cairn.neb.dynamics.Ensemble;
import cairn.structure.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An order to insert atoms, as JSON.
final class InsertionJson {
    private InsertionJson() {}

    static void write(WorkOrder.Insert order, ObjectNode node) {
        node.put("element", order.insertion().element().symbol());
        node.put("count", order.insertion().count());
        node.put("volume_per_atom_ang3", order.insertion().volumePerAtom());
        node.set("dynamics", dynamics(order.dynamics()));
        node.set("settings", WorkOrderJson.relaxSettings(order.relax()));
        node.set("structure", StructureJson.write(order.host()));
    }

    static WorkOrder.Insert read(String code, ObjectNode node) {
        Insertion insertion = new Insertion(
                Element.ofSymbol(node.required("element").stringValue()).orElseThrow(),
                node.required("count").intValue(),
                node.required("volume_per_atom_ang3").doubleValue());
        return new WorkOrder.Insert(
                code,
                StructureJson.read(node.required("structure")),
                insertion,
                dynamics(node.required("dynamics")),
                WorkOrderJson.relaxSettings(node.required("settings")));
    }

    private static ObjectNode dynamics(DynamicsSettings settings) {
        ObjectNode node = Json.object();
        node.put("timestep_fs", settings.timestep());
        node.put("steps", settings.steps());
        node.put("seed", settings.seed());
        node.put("temperature_k", settings.ensemble().temperature());
        switch (settings.ensemble()) {
            case Ensemble.ConstantEnergy _ -> {}
            case Ensemble.ConstantTemperature bath -> node.put("thermostat_fs", bath.time());
            case Ensemble.ConstantPressure(var bath, double pressure, double time) ->
                node.put("thermostat_fs", bath.time())
                        .put("pressure_ev_per_ang3", pressure)
                        .put("barostat_fs", time);
        }
        return node;
    }

    private static DynamicsSettings dynamics(JsonNode node) {
        return new DynamicsSettings(
                ensemble(node),
                node.required("timestep_fs").doubleValue(),
                node.required("steps").intValue(),
                node.required("seed").longValue());
    }

    private static Ensemble ensemble(JsonNode node) {
        double temperature = node.required("temperature_k").doubleValue();
        if (!node.has("thermostat_fs")) {
            return new Ensemble.ConstantEnergy(temperature);
        }
        Ensemble.ConstantTemperature bath = new Ensemble.ConstantTemperature(
                temperature, node.required("thermostat_fs").doubleValue());
        return node.has("barostat_fs")
                ? new Ensemble.ConstantPressure(
                        bath,
                        node.required("pressure_ev_per_ang3").doubleValue(),
                        node.required("barostat_fs").doubleValue())
                : bath;
    }
}
