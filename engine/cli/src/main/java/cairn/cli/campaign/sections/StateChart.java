package cairn.cli.campaign.sections;

import static cairn.cli.campaign.sections.AlloyCharts.number;

import cairn.analysis.elasticity.BirchMurnaghan;
import cairn.cli.figure.Chart;
import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import cairn.structure.Units;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Equations of state of one step, all its points in one chart: each relative to its own lowest energy and volume.
final class StateChart {
    private static final int CURVE_POINTS = 61;

    private StateChart() {}

    static Chart of(String name, List<? extends JsonNode> results) {
        return new Chart(
                name,
                "Equations of state: points computed, curves of Birch and Murnaghan",
                "volume / volume of lowest energy",
                "energy above the lowest / meV per atom",
                results.stream().flatMap(StateChart::series).toList());
    }

    private static Stream<Series> series(JsonNode result) {
        String formula = AlloyCharts.text(result, "formula");
        List<Point> computed = result.required("points")
                .valueStream()
                .map(point -> point(result, number(point, "volume_ang3"), number(point, "energy_ev")))
                .toList();
        return Stream.of(
                new Series(formula, Look.POINTS, computed), new Series(formula + ", curve", Look.CURVE, curve(result)));
    }

    private static List<Point> curve(JsonNode result) {
        BirchMurnaghan state = new BirchMurnaghan(
                number(result, "volume_ang3"),
                number(result, "energy_ev"),
                number(result, "bulk_modulus_gpa") / Units.GPA_PER_EV_ANGSTROM3,
                number(result, "bulk_modulus_derivative"),
                0);
        JsonNode points = result.required("points");
        double first = number(points.get(0), "volume_ang3");
        double last = number(points.get(points.size() - 1), "volume_ang3");
        return IntStream.range(0, CURVE_POINTS)
                .mapToDouble(i -> first + (last - first) * i / (CURVE_POINTS - 1))
                .mapToObj(volume -> point(result, volume, state.energyEvAt(volume)))
                .toList();
    }

    private static Point point(JsonNode result, double volume, double energy) {
        return Point.of(
                volume / number(result, "volume_ang3"),
                1e3
                        * (energy - number(result, "energy_ev"))
                        / result.required("atoms").intValue());
    }
}
