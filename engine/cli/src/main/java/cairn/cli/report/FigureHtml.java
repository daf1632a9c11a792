package cairn.cli.report;

import cairn.cli.figure.Chart;
import cairn.cli.figure.ChartImage;
import cairn.cli.report.Html.Element;
import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A section of charts and tables. A chart is a picture inside the page, so nothing that was drawn can become markup.
final class FigureHtml {
    private FigureHtml() {}

    static Element section(FigureSection section) {
        return Html.element("section")
                .with("class", "charts")
                .with(Html.element("h2", section.title()))
                .with(figure(section))
                .with(section.tables().stream().map(FigureHtml::table).toList());
    }

    private static Element figure(FigureSection section) {
        List<Html> parts = new ArrayList<>();
        section.charts().forEach(chart -> parts.add(image(chart)));
        parts.add(Html.element("figcaption", section.caption()));
        return Html.element("figure").with(parts);
    }

    private static Element image(Chart chart) {
        String svg = Base64.getEncoder().encodeToString(ChartImage.svg(chart).getBytes(StandardCharsets.UTF_8));
        return Html.element("img")
                .with("class", "chart")
                .with("alt", chart.title() + ": " + chart.up() + " against " + chart.across())
                .with("src", "data:image/svg+xml;base64," + svg);
    }

    private static Element table(Table table) {
        List<Element> rows = table.rows().stream()
                .map(row -> Html.element("tr")
                        .with(row.stream().map(FigureHtml::cell).toList()))
                .toList();
        return ReportHtml.table(table.heads(), rows);
    }

    private static Element cell(String text) {
        Element cell = Html.element("td", text);
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? cell.with("class", "number") : cell;
    }
}
