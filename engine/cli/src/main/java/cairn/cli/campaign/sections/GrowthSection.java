package cairn.cli.campaign.sections;

import static cairn.cli.campaign.sections.AlloyCharts.number;

import cairn.cli.figure.Chart;
import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import cairn.cli.report.ReportModel.FigureSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What the report shows of an alloy that was grown atom by atom: means over samples, with one spread up and down.
final class GrowthSection {
    private static final String ACROSS = "atoms put in per atom of the host";

    private GrowthSection() {}

    /// @param file what the names of its files begin with
    static FigureSection of(String step, String file, JsonNode result, JsonNode detail) {
        JsonNode stages = detail.required("stages");
        return new FigureSection(
                step,
                List.of(
                        chart(
                                file + "-energy",
                                "Formation energy",
                                "formation_energy",
                                "_ev_per_atom",
                                "eV per atom",
                                stages),
                        chart(file + "-voltage", "Voltage at 0 K", "voltage", "_v", "V", stages),
                        chart(
                                file + "-volume",
                                "Volume per atom of the host",
                                "volume_per_host_atom",
                                "_ang3",
                                "\u212b\u00b3",
                                stages)),
                "Means over " + result.required("samples").intValue()
                        + " samples; dashed, one standard deviation of them up and down.",
                List.of());
    }

    private static Chart chart(String name, String title, String key, String unit, String shown, JsonNode stages) {
        List<Series> series = new ArrayList<>();
        series.add(new Series("mean", Look.LINE_WITH_POINTS, points(stages, key, unit, 0)));
        if (stages.path(0).has(key + "_spread" + unit)) {
            series.add(new Series("mean + spread", Look.DASHED_LINE, points(stages, key, unit, 1)));
            series.add(new Series("mean - spread", Look.DASHED_LINE, points(stages, key, unit, -1)));
        }
        return new Chart(name, title, ACROSS, lowered(title) + " / " + shown, series);
    }

    /// Units (0 K) keep their capitals.
    private static String lowered(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static List<Point> points(JsonNode stages, String key, String unit, int spreads) {
        return stages.valueStream()
                .map(stage -> Point.of(
                        number(stage, "inserted_per_host_atom"),
                        number(stage, key + unit)
                                + spreads * stage.path(key + "_spread" + unit).asDouble(0)))
                .toList();
    }
}
