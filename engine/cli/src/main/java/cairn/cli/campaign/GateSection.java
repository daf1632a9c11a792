package cairn.cli.campaign;

import static cairn.cli.campaign.AlloyCharts.number;
import static cairn.cli.campaign.AlloySections.decimals;

import cairn.cli.figure.Chart;
import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Table;
import cairn.structure.Stress;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What the report shows of a convergence gate: how far each value that was tried is from the finest one.
final class GateSection {
    private static final String CUTOFF = "cutoff_ev";
    private static final String SPACING = "k_spacing_per_ang";

    private GateSection() {}

    /// @param file what the names of its files begin with
    static FigureSection of(String step, String file, JsonNode result, JsonNode detail) {
        JsonNode cutoffs = detail.required("cutoffs");
        JsonNode spacings = detail.required("k_spacings");
        String chosen = String.format(
                Locale.ROOT,
                "Chosen: %.1f eV and %.3g 1/\u212b. A value is fine enough when the two finer ones both agree with it within"
                        + " %.3g meV per atom, %.3g eV/\u212b and %.3g GPa.",
                number(result, CUTOFF),
                number(result, SPACING),
                1e3 * number(result, "energy_tolerance_ev_per_atom"),
                number(result, "force_tolerance_ev_per_ang"),
                Stress.GPA_PER_EV_ANGSTROM3 * number(result, "stress_tolerance_ev_per_ang3"));
        return new FigureSection(
                step,
                List.of(
                        chart(file + "-cutoff", "cutoff / eV", CUTOFF, cutoffs),
                        chart(file + "-k-points", "distance of k-points / 1/\u212b", SPACING, spacings)),
                chosen,
                List.of(table("cutoff / eV", CUTOFF, cutoffs), table("k-points / 1/\u212b", SPACING, spacings)));
    }

    private static Chart chart(String name, String across, String key, JsonNode rungs) {
        List<Point> points = rungs.valueStream()
                .map(rung -> Point.of(number(rung, key), 1e3 * number(rung, "energy_deviation_ev_per_atom")))
                .toList();
        return new Chart(
                name,
                "Convergence of the energy",
                across,
                "off the finest one / meV per atom",
                List.of(new Series("computed", Look.LINE_WITH_POINTS, points)));
    }

    private static Table table(String head, String key, JsonNode rungs) {
        List<List<String>> rows = rungs.valueStream()
                .map(rung -> List.of(
                        decimals(number(rung, key), 3),
                        decimals(1e3 * number(rung, "energy_deviation_ev_per_atom"), 2),
                        decimals(number(rung, "force_deviation_ev_per_ang"), 4),
                        decimals(Stress.GPA_PER_EV_ANGSTROM3 * number(rung, "stress_deviation_ev_per_ang3"), 3)))
                .toList();
        return new Table(List.of(head, "meV per atom off the finest", "eV/\u212b off", "GPa off"), rows);
    }
}
