package cairn.cli.campaign.sections;

import static cairn.cli.campaign.sections.AlloyCharts.number;
import static cairn.cli.campaign.sections.AlloyCharts.text;

import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Table;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Anodes side by side: what follows from their crystals, and in brackets what was printed.
final class AnodeTable {
    private static final List<String> HEADS = List.of(
            "host",
            "with ions",
            "ions per host",
            "density / g cm\u207b\u00b3",
            "mAh per g of host",
            "mAh per cm\u00b3 with ions",
            "volume change / %",
            "mean voltage / V",
            "measured / V",
            "does not hold");

    private AnodeTable() {}

    static FigureSection of(List<ObjectNode> anodes) {
        return new FigureSection(
                "Anodes",
                List.of(),
                "In brackets: as printed. A capacity follows from the crystal's own content; the printed one is held against"
                        + " Faraday's law for its own. A mean voltage is that over all ions that go in, at 0 K from energies,"
                        + " and as measured at the temperature that stands with it; one that was measured far from room"
                        + " temperature is shown and not held against the printed one.",
                List.of(new Table(HEADS, anodes.stream().map(AnodeTable::row).toList())));
    }

    private static List<String> row(ObjectNode anode) {
        return Stream.of(
                        text(anode, "host"),
                        text(anode, "with_ions"),
                        cell(anode, "ions_per_host", 3),
                        cell(anode, "density_g_per_cm3", 3),
                        cell(anode, "capacity_mah_per_g", 1),
                        cell(anode, "capacity_mah_per_cm3", 0),
                        cell(anode, "volume_change_percent", 1),
                        cell(anode, "mean_voltage_v", 3),
                        measured(anode.path("measured")),
                        slips(anode))
                .toList();
    }

    private static String cell(JsonNode anode, String key, int digits) {
        String computed = anode.has(key) ? AlloySections.decimals(number(anode, key), digits) : "";
        JsonNode printed = anode.path("printed").path(key);
        return printed.isNumber() ? (computed + " [" + plain(printed.doubleValue()) + "]").strip() : computed;
    }

    private static String measured(JsonNode measured) {
        return measured.isObject()
                ? AlloySections.decimals(number(measured, "mean_voltage_v"), 3) + " at "
                        + AlloySections.decimals(number(measured, "temperature_celsius"), 0) + " \u00b0C"
                : "";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : AlloySections.decimals(value, 2);
    }

    private static String slips(ObjectNode anode) {
        return String.join(
                " ",
                anode.path("findings")
                        .valueStream()
                        .map(finding -> text(finding, "sentence"))
                        .toList());
    }
}
