package cairn.cli.campaign.sections;

import cairn.cli.figure.Chart;
import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The charts of a hull, of a voltage curve, and of the volume against the content.
final class AlloyCharts {
    /// Crystals closer to the hull lie under its own points.
    private static final double VISIBLE_EV_PER_ATOM = 1e-4;

    private AlloyCharts() {}

    /// Of a hull of two elements, which is drawn in the plane.
    static Optional<Chart> hull(String name, JsonNode result) {
        List<JsonNode> phases = result.required("phases").valueStream().toList();
        List<String> elements = phases.stream()
                .flatMap(phase -> phase.required("composition").propertyNames().stream())
                .distinct()
                .sorted()
                .toList();
        return elements.size() == 2 ? Optional.of(hull(name, phases, elements.getFirst())) : Optional.empty();
    }

    private static Chart hull(String name, List<JsonNode> phases, String element) {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                "lower hull",
                Look.LINE_WITH_POINTS,
                points(phases, element, phase -> phase.required("stable").booleanValue())));
        List<Point> above =
                points(phases, element, phase -> number(phase, "energy_above_hull_ev_per_atom") > VISIBLE_EV_PER_ATOM);
        if (!above.isEmpty()) {
            series.add(new Series("above the hull", Look.POINTS, above));
        }
        return new Chart(
                name,
                "Formation energies at 0 K",
                "fraction of atoms that are " + element,
                "formation energy / eV per atom",
                series);
    }

    private static List<Point> points(List<JsonNode> phases, String element, Predicate<JsonNode> which) {
        return phases.stream()
                .filter(which)
                .map(phase -> new Point(
                        fraction(phase.required("composition"), element),
                        number(phase, "formation_energy_ev_per_atom"),
                        text(phase, "formula")))
                .sorted(Comparator.comparingDouble(Point::across).thenComparingDouble(Point::up))
                .toList();
    }

    private static double fraction(JsonNode composition, String element) {
        double total = composition.valueStream().mapToInt(JsonNode::intValue).sum();
        return composition.path(element).asInt(0) / total;
    }

    /// The staircases along hull and path, and what was measured, dashed and with its temperature.
    static Chart voltage(String name, JsonNode result, JsonNode detail) {
        List<Series> series = new ArrayList<>();
        series.add(new Series("computed, 0 K, along the hull", Look.LINE, stairs(result)));
        result.optional("path")
                .ifPresent(path -> series.add(new Series("computed, 0 K, along the path", Look.LINE, stairs(path))));
        detail.path("measured")
                .valueStream()
                .forEach(measured -> series.add(new Series(
                        String.format(
                                Locale.ROOT,
                                "measured, %.0f \u00b0C: %s",
                                number(measured, "temperature_celsius"),
                                text(measured, "source")),
                        Look.DASHED_LINE,
                        stairs(measured))));
        String metal = text(result, "against");
        return new Chart(
                name,
                "Voltage of " + text(result, "host") + " against " + metal,
                metal + " per " + text(result, "host"),
                "voltage against " + metal + " / V",
                series);
    }

    private static List<Point> stairs(JsonNode curve) {
        return curve.required("plateaus")
                .valueStream()
                .flatMap(step -> Stream.of(
                        new Point(number(step, "from_ions_per_host"), number(step, "voltage_v"), "plateau begins"),
                        new Point(number(step, "to_ions_per_host"), number(step, "voltage_v"), "plateau ends")))
                .toList();
    }

    static Chart volume(String name, JsonNode result) {
        String host = text(result, "host");
        List<Point> points = result.required("phases")
                .valueStream()
                .map(phase -> new Point(
                        number(phase, "ions_per_host"), number(phase, "volume_ang3_per_host"), text(phase, "formula")))
                .toList();
        return new Chart(
                name,
                "Volume of " + host + " with its " + text(result, "against"),
                text(result, "against") + " per " + host,
                "volume / \u212b\u00b3 per " + host,
                List.of(new Series("computed", Look.LINE_WITH_POINTS, points)));
    }

    static double number(JsonNode node, String key) {
        return node.required(key).doubleValue();
    }

    static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }
}
