package cairn.cli.campaign;

import cairn.cli.report.Quantity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The result of a step in a line, and as quantities.
final class Findings {
    /// What a reader looks for first; a step that has none of these shows its first number.
    private static final List<String> FIRST = List.of(
            "barrier_forward_ev",
            "barrier_reverse_ev",
            "formation_energy_ev_per_atom",
            "volume_expansion_percent",
            "stable",
            "mean_voltage_v",
            "capacity_mah_per_g",
            "bulk_modulus_gpa",
            "energy_ev",
            "force_evaluations");

    private Findings() {}

    static String inShort(ObjectNode result) {
        Stream<String> first = FIRST.stream()
                .filter(result::has)
                .map(key -> quantity(key, result.required(key)))
                .map(Findings::words);
        Stream<String> standing = result.optional("converged").stream()
                .map(converged -> PathStanding.of(converged).inShort());
        Stream<String> turn = result.path("went_on_as_plain").asBoolean(false)
                ? Stream.of("gone on as a plain band")
                : Stream.empty();
        int hops = result.path("hops").size();
        Stream<String> parts = hops > 1 ? Stream.of(hops + " hops") : Stream.empty();
        Stream<String> blocked = result.path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString("").equals("block"))
                .map(finding -> "no barrier [" + finding.path("code").asString("") + "]")
                .distinct();
        return Stream.of(blocked, first, parts, standing, turn)
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    static List<Quantity> quantities(ObjectNode result) {
        return result.properties().stream()
                .filter(entry -> entry.getValue().isValueNode())
                .map(entry -> quantity(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Quantity quantity(String key, JsonNode value) {
        return value.isNumber() ? Quantity.of(key, value.doubleValue()) : Quantity.of(key, value.asString());
    }

    private static String words(Quantity quantity) {
        return quantity.label() + " " + quantity.value() + (quantity.unit().isEmpty() ? "" : " " + quantity.unit());
    }
}
