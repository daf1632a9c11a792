package cairn.campaign.verb.anode;

import cairn.analysis.anode.Capacity;
import cairn.analysis.anode.Claim;
import cairn.analysis.anode.Claim.Quantity;
import cairn.analysis.anode.ClaimFindings;
import cairn.analysis.anode.Swelling;
import cairn.analysis.anode.Uptake;
import cairn.analysis.finding.Finding;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.verb.alloy.FindingsJson;
import cairn.campaign.verb.alloy.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An anode as results.json and the report read it.
///
/// @param voltage the mean voltage (V) that energies give, of an anode that has some (none or one)
record AnodeJson(StepId step, AnodePlan plan, AnodeCrystals crystals, List<Double> voltage) {
    /// Contents that differ by less are printed alike.
    private static final double SAME_CONTENT = 1e-3;

    AnodeJson {
        voltage = List.copyOf(voltage);
    }

    private Optional<Uptake> uptake() {
        return crystals.uptake();
    }

    private double ions() {
        return uptake().map(Uptake::ions)
                .orElseGet(() -> plan.printed().getFirst().ions());
    }

    private Capacity capacity(double ions) {
        return new Capacity(
                crystals.unit(), ions, plan.ion().charge(), plan.ion().element().massAmu());
    }

    private Optional<Swelling> swelling() {
        return uptake().map(crystals::swelling);
    }

    StepResult result() {
        ObjectNode result = object().put("host", crystals.unit().formula())
                .put("with_ions", crystals.words())
                .put("ions_per_host", ions())
                .put("density_g_per_cm3", crystals.host().densityGPerCm3())
                .put("capacity_mah_per_g", capacity(ions()).mahPerGramOfHost());
        uptake().ifPresent(known -> put(result, known));
        voltage.forEach(volt -> result.put("mean_voltage_v", volt));
        plan.measured().forEach(measured -> result.set("measured", json(measured)));
        plan.printed().forEach(printed -> result.set("printed", json(printed)));
        FindingsJson.put(
                result,
                step,
                plan.printed().stream().flatMap(row -> findings(row).stream()).toList());
        return new StepResult(result, object());
    }

    private void put(ObjectNode result, Uptake known) {
        Swelling swelling = crystals.swelling(known);
        result.put("capacity_mah_per_g_with_ions", capacity(ions()).mahPerGramWithIons())
                .put("capacity_mah_per_cm3", capacity(ions()).mahPerCm3(crystals.volumeWithIons(known)))
                .put("volume_ratio", swelling.ratio())
                .put("volume_change_percent", swelling.changePercent());
    }

    private static ObjectNode json(Measured measured) {
        return object().put("source", measured.source())
                .put("temperature_celsius", measured.temperatureCelsius())
                .put("mean_voltage_v", measured.meanVoltageV());
    }

    private ObjectNode json(Printed printed) {
        ObjectNode json = object().put("source", printed.source()).put("ions_per_host", printed.ions());
        printed.numbers().forEach((quantity, number) -> json.put(key(quantity), number));
        printed.numbers().keySet().stream()
                .filter(quantity -> known(quantity, printed).isEmpty())
                .sorted()
                .forEach(quantity ->
                        json.withArray("unchecked").add(quantity.name().toLowerCase(Locale.ROOT)));
        return json;
    }

    private static String key(Quantity quantity) {
        return switch (quantity) {
            case CAPACITY -> "capacity_mah_per_g";
            case DENSITY -> "density_g_per_cm3";
            case VOLUME_CHANGE -> "volume_change_percent";
            case POTENTIAL -> "mean_voltage_v";
        };
    }

    /// The capacity is that of the printed content: Li4.4Si is held against Faraday's law for 4.4 ions.
    private Optional<Double> known(Quantity quantity, Printed printed) {
        return switch (quantity) {
            case CAPACITY -> Optional.of(capacity(printed.ions()).mahPerGramOfHost());
            case DENSITY -> Optional.of(crystals.host().densityGPerCm3());
            case VOLUME_CHANGE -> swelling().map(Swelling::changePercent);
            case POTENTIAL -> knownVoltage();
        };
    }

    /// Tables are of room temperature: a voltage that was measured near it counts more than one of energies at 0 K.
    private Optional<Double> knownVoltage() {
        return plan.measured().stream()
                .filter(Measured::isNearRoomTemperature)
                .map(Measured::meanVoltageV)
                .findFirst()
                .or(() -> voltage.stream().findFirst());
    }

    private List<Finding> findings(Printed printed) {
        List<Claim> claims = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Optional.ofNullable(printed.numbers().get(quantity))
                    .flatMap(number -> known(quantity, printed).map(found -> new Claim(quantity, number, found)))
                    .ifPresent(claims::add);
        }
        return ClaimFindings.of(words(printed), claims);
    }

    private String words(Printed printed) {
        boolean isThisCrystal = uptake().isPresent() && Math.abs(printed.ions() - ions()) < SAME_CONTENT;
        return isThisCrystal
                ? crystals.words()
                : printed.words(plan.ion().element().symbol(), crystals.unit());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
