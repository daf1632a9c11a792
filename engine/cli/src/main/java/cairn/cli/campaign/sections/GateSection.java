package cairn.cli.campaign.sections;

import static cairn.cli.campaign.sections.AlloyCharts.number;
import static cairn.cli.campaign.sections.AlloySections.decimals;

import cairn.cli.figure.Chart;
import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Table;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What the report shows of a convergence gate: how far each value that was tried is from the finest one.
final class GateSection {
    /// What is converged: the names of its curve and of the values there, the end of its files' names, and its axis.
    private enum Setting {
        CUTOFF("cutoffs", "cutoff_ev", "-cutoff", "cutoff / eV"),
        SPACING("k_spacings", "k_spacing_per_ang", "-k-points", "distance of k-points / 1/\u212b");

        private final String curve;
        private final String key;
        private final String file;
        private final String across;

        Setting(String curve, String key, String file, String across) {
            this.curve = curve;
            this.key = key;
            this.file = file;
            this.across = across;
        }
    }

    private GateSection() {}

    /// @param file what the names of its files begin with
    static FigureSection of(String step, String file, JsonNode result, JsonNode detail) {
        return section(step, file, detail, chosen(result));
    }

    /// Of a gate that has not chosen, or could not.
    static FigureSection undecided(String step, String file, JsonNode curves) {
        return section(step, file, curves, "Nothing is chosen. Differences are from the finest one tried so far.");
    }

    private static FigureSection section(String step, String file, JsonNode curves, String caption) {
        List<Chart> charts = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            JsonNode rungs = curves.path(setting.curve);
            if (!rungs.isEmpty()) {
                charts.add(chart(file + setting.file, setting.across, setting.key, rungs));
                tables.add(table(setting.across, setting.key, rungs));
            }
        }
        return new FigureSection(step, charts, caption, tables);
    }

    private static String chosen(JsonNode result) {
        return String.format(
                Locale.ROOT,
                "Chosen: %.1f eV and %.3g 1/\u212b. A value is fine enough when the two finer ones both agree with it within"
                        + " %.3g meV per atom, %.3g eV/\u212b and %.3g GPa.",
                number(result, Setting.CUTOFF.key),
                number(result, Setting.SPACING.key),
                1e3 * number(result, "energy_tolerance_ev_per_atom"),
                number(result, "force_tolerance_ev_per_ang"),
                Units.GPA_PER_EV_ANGSTROM3 * number(result, "stress_tolerance_ev_per_ang3"));
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
                        decimals(Units.GPA_PER_EV_ANGSTROM3 * number(rung, "stress_deviation_ev_per_ang3"), 3)))
                .toList();
        return new Table(List.of(head, "meV per atom off the finest", "eV/\u212b off", "GPa off"), rows);
    }
}
