package cairn.campaign.verb.alloy;

import cairn.analysis.anode.Capacity;
import cairn.analysis.anode.Claim;
import cairn.analysis.anode.Claim.Quantity;
import cairn.analysis.anode.ClaimFindings;
import cairn.analysis.anode.Swelling;
import cairn.analysis.finding.Finding;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.structure.Composition;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An anode as results.json and the report read it. `crystals` are the host and, if it is known, the host with its
/// ions.
record AnodeJson(StepId step, AnodePlan plan, List<Structure> crystals) {
    /// Contents that differ by less are printed alike.
    private static final double SAME_CONTENT = 1e-3;

    private Composition host() {
        return crystals.getFirst().composition().reduced();
    }

    private Element ion() {
        return plan.ion().element();
    }

    /// Formula units of the host in a crystal, by the atoms that are not the ion; of the metal itself, by all.
    private double units(Structure crystal) {
        int own = host().without(ion()).total();
        return own == 0
                ? crystal.count() / (double) host().total()
                : crystal.composition().without(ion()).total() / (double) own;
    }

    private double ionsIn(Structure crystal) {
        return crystal.composition().count(ion()) / units(crystal);
    }

    private double ions() {
        return plan.withIons().isEmpty()
                ? plan.printed().getFirst().ions()
                : ionsIn(crystals.getLast()) - ionsIn(crystals.getFirst());
    }

    private Capacity capacity(double ions) {
        return new Capacity(host(), ions, plan.ion().charge(), ion().massAmu());
    }

    private double volume(Structure crystal) {
        return crystal.cell().volume() / units(crystal);
    }

    private Optional<Swelling> swelling() {
        return plan.withIons().isEmpty()
                ? Optional.empty()
                : Optional.of(new Swelling(volume(crystals.getFirst()), volume(crystals.getLast())));
    }

    StepResult result() {
        ObjectNode result = object().put("host", host().formula())
                .put(
                        "with_ions",
                        plan.withIons().isEmpty()
                                ? ""
                                : crystals.getLast().composition().reducedFormula())
                .put("ions_per_host", ions())
                .put("density_g_per_cm3", crystals.getFirst().densityGPerCm3())
                .put("capacity_mah_per_g", capacity(ions()).mahPerGramOfHost());
        swelling().ifPresent(swelling -> put(result, swelling));
        plan.printed().forEach(printed -> result.set("printed", json(printed)));
        FindingsJson.put(
                result,
                step,
                plan.printed().stream().flatMap(row -> findings(row).stream()).toList());
        return new StepResult(result, object());
    }

    private void put(ObjectNode result, Swelling swelling) {
        result.put("capacity_mah_per_g_with_ions", capacity(ions()).mahPerGramWithIons())
                .put("capacity_mah_per_cm3", capacity(ions()).mahPerCm3(volume(crystals.getLast())))
                .put("volume_ratio", swelling.ratio())
                .put("volume_change_percent", swelling.changePercent());
    }

    private ObjectNode json(Printed printed) {
        ObjectNode json = object().put("source", printed.source()).put("ions_per_host", printed.ions());
        printed.numbers().forEach((quantity, number) -> json.put(key(quantity), number));
        printed.numbers().keySet().stream()
                .filter(quantity -> computed(quantity, printed).isEmpty())
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
    private Optional<Double> computed(Quantity quantity, Printed printed) {
        return switch (quantity) {
            case CAPACITY -> Optional.of(capacity(printed.ions()).mahPerGramOfHost());
            case DENSITY -> Optional.of(crystals.getFirst().densityGPerCm3());
            case VOLUME_CHANGE -> swelling().map(Swelling::changePercent);
            case POTENTIAL -> Optional.empty();
        };
    }

    private List<Finding> findings(Printed printed) {
        List<Claim> claims = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Optional.ofNullable(printed.numbers().get(quantity))
                    .flatMap(number -> computed(quantity, printed).map(found -> new Claim(quantity, number, found)))
                    .ifPresent(claims::add);
        }
        return ClaimFindings.of(words(printed), claims);
    }

    private String words(Printed printed) {
        boolean isThisCrystal = !plan.withIons().isEmpty() && Math.abs(printed.ions() - ions()) < SAME_CONTENT;
        return isThisCrystal
                ? crystals.getLast().composition().reducedFormula()
                : printed.words(ion().symbol(), host());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
