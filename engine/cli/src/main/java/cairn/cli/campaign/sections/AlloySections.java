package cairn.cli.campaign.sections;

import static cairn.cli.campaign.sections.AlloyCharts.number;
import static cairn.cli.campaign.sections.AlloyCharts.text;

import cairn.campaign.view.CampaignView.StepView;
import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the report shows of steps that are no bands: charts, and the numbers as tables.
public final class AlloySections {
    /// Below this, eV per atom, DFT does not order phases: sets of the same functional differ by as much.
    private static final String SIGNIFICANCE =
            "Distances below 0.015 eV per atom are not significant. Energies are of 0 K,"
                    + " without lattice vibrations.";

    private AlloySections() {}

    public static List<FigureSection> of(List<StepView> steps) {
        List<FigureSection> sections = new ArrayList<>();
        Map<String, List<ObjectNode>> states = new LinkedHashMap<>();
        List<ObjectNode> anodes = new ArrayList<>();
        for (StepView step : steps) {
            undecidedGate(step).ifPresent(sections::add);
            step.result().ifPresent(result -> {
                switch (step.kind()) {
                    case "hull" -> sections.add(hull(step.id().value(), result.result()));
                    case "voltage" -> sections.addAll(voltage(step.id().value(), result.result(), result.detail()));
                    case "alloy" ->
                        sections.add(GrowthSection.of(
                                step.id().value(), file(step.id().value()), result.result(), result.detail()));
                    case "converge" ->
                        sections.add(GateSection.of(
                                step.id().value(), file(step.id().value()), result.result(), result.detail()));
                    case "eos" ->
                        states.computeIfAbsent(nameOf(step), _ -> new ArrayList<>())
                                .add(result.result());
                    case "anode" -> anodes.add(result.result());
                    default -> {}
                }
            });
        }
        states.forEach((name, results) -> sections.add(states(name, results)));
        if (!anodes.isEmpty()) {
            sections.add(AnodeTable.of(anodes));
        }
        return sections;
    }

    private static Optional<FigureSection> undecidedGate(StepView step) {
        String name = step.id().value();
        return step.progress()
                .filter(curves -> !curves.path("cutoffs").isEmpty())
                .map(curves -> GateSection.undecided(name, file(name), curves));
    }

    /// The name in the workflow, without the point of the matrix.
    private static String nameOf(StepView step) {
        return step.id().value().replaceAll("\\[.*", "");
    }

    private static String file(String step) {
        return step.replaceAll("[^A-Za-z0-9._=,-]+", "-");
    }

    private static FigureSection hull(String step, ObjectNode result) {
        List<List<String>> rows = result.required("phases")
                .valueStream()
                .map(phase -> List.of(
                        text(phase, "formula"),
                        text(phase, "step"),
                        decimals(number(phase, "formation_energy_ev_per_atom"), 4),
                        decimals(number(phase, "energy_above_hull_ev_per_atom"), 4),
                        phase.required("stable").booleanValue() ? "stable" : text(phase, "decomposes_into"),
                        decimals(number(phase, "volume_ang3_per_atom"), 3)))
                .toList();
        List<String> heads = List.of(
                "phase",
                "step",
                "formation energy / eV per atom",
                "above the hull / eV per atom",
                "stable, or becomes",
                "volume / \u212b\u00b3 per atom");
        return new FigureSection(
                step,
                AlloyCharts.hull(file(step), result).stream().toList(),
                SIGNIFICANCE,
                List.of(new Table(heads, rows)));
    }

    private static List<FigureSection> voltage(String step, ObjectNode result, ObjectNode detail) {
        String ion = text(result, "against");
        List<Table> plateaus = Stream.concat(Stream.of(result), result.optional("path").stream())
                .map(curve -> plateaus(curve, ion, text(result, "host")))
                .toList();
        FigureSection curve = new FigureSection(
                step,
                List.of(AlloyCharts.voltage(file(step), result, detail)),
                "Solid: computed, at 0 K. Dashed: measured, at the temperature that the legend says; shown beside, not"
                        + " compared. Tables: along the hull, then along the path, if there is one.",
                plateaus);
        FigureSection volume = new FigureSection(
                step + ": volume and capacity",
                List.of(AlloyCharts.volume(file(step) + "-volume", result)),
                "A ratio of 1 is no change; the change is (ratio - 1) in percent. Capacity by volume is that of the"
                        + " crystal with its ions.",
                List.of(contents(result, ion)));
        return List.of(curve, volume);
    }

    private static Table plateaus(JsonNode curve, String ion, String host) {
        List<List<String>> rows = curve.required("plateaus")
                .valueStream()
                .map(step -> List.of(
                        text(step, "from"),
                        text(step, "to"),
                        decimals(number(step, "from_ions_per_host"), 3),
                        decimals(number(step, "to_ions_per_host"), 3),
                        decimals(number(step, "voltage_v"), 3)))
                .toList();
        return new Table(
                List.of("from", "to", "from " + ion + " per " + host, "to", "voltage against " + ion + " / V"), rows);
    }

    private static Table contents(JsonNode result, String ion) {
        List<List<String>> rows = result.required("phases")
                .valueStream()
                .map(phase -> List.of(
                        text(phase, "formula"),
                        decimals(number(phase, "ions_per_host"), 3),
                        decimals(number(phase, "capacity_mah_per_g_of_host"), 1),
                        decimals(number(phase, "capacity_mah_per_g_with_ions"), 1),
                        decimals(number(phase, "capacity_mah_per_cm3"), 0),
                        decimals(number(phase, "volume_ratio"), 3),
                        decimals(number(phase, "volume_change_percent"), 1)))
                .toList();
        return new Table(
                List.of(
                        "phase",
                        ion + " per " + text(result, "host"),
                        "mAh per g of host",
                        "mAh per g with " + ion,
                        "mAh per cm\u00b3",
                        "volume ratio",
                        "volume change / %"),
                rows);
    }

    private static FigureSection states(String name, List<ObjectNode> results) {
        List<List<String>> rows = results.stream()
                .map(result -> List.of(
                        text(result, "formula"),
                        decimals(number(result, "volume_ang3_per_atom"), 3),
                        decimals(number(result, "bulk_modulus_gpa"), 1),
                        decimals(number(result, "bulk_modulus_derivative"), 2),
                        decimals(1e3 * number(result, "residual_ev_per_atom"), 3)))
                .toList();
        List<String> heads = List.of(
                "phase",
                "volume / \u212b\u00b3 per atom",
                "bulk modulus / GPa",
                "its derivative",
                "residual / meV per atom");
        return new FigureSection(
                name,
                List.of(StateChart.of(file(name), results)),
                "The cell is scaled as a whole and the atoms relax in it: where the axes want another ratio the modulus is"
                        + " a little too high.",
                List.of(new Table(heads, rows)));
    }

    static String decimals(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
