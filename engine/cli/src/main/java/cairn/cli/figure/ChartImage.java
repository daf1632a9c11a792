package cairn.cli.figure;

import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// A chart as a picture, drawn without a screen.
public final class ChartImage {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    /// Letters that fit side by side, samples of the lines included.
    private static final int WIDEST_LEGEND = 105;

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /// Apart for the colour-blind too (Okabe and Ito, Color Universal Design, 2008).
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x4D4D4D));

    private ChartImage() {}

    public static String svg(Chart chart) {
        return new String(written(chart, "svg"), StandardCharsets.UTF_8);
    }

    public static byte[] png(Chart chart) {
        return written(chart, "png");
    }

    private static byte[] written(Chart chart, String format) {
        try {
            return ChartEncoder.getBytes(drawn(chart), format);
        } catch (IOException e) {
            throw new UncheckedIOException("a chart cannot be drawn into memory", e);
        }
    }

    private static XYChart drawn(Chart chart) {
        System.setProperty("java.awt.headless", "true");
        XYChart drawn = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(chart.title())
                .xAxisTitle(chart.across())
                .yAxisTitle(chart.up())
                .build();
        style(drawn);
        drawn.getStyler().setLegendLayout(hasLongNames(chart) ? LegendLayout.Vertical : LegendLayout.Horizontal);
        int colour = -1;
        for (Series series : chart.series()) {
            colour += series.look() == Look.CURVE ? 0 : 1;
            add(drawn, series, COLOURS.get(Math.max(0, colour) % COLOURS.size()));
        }
        Labels.of(chart).forEach(drawn::addAnnotation);
        return drawn;
    }

    private static boolean hasLongNames(Chart chart) {
        return chart.series().stream()
                        .filter(series -> series.look() != Look.CURVE)
                        .mapToInt(series -> series.name().length() + 8)
                        .sum()
                > WIDEST_LEGEND;
    }

    private static void style(XYChart chart) {
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleFont(FONT.deriveFont(Font.BOLD, 14f))
                .setLegendFont(FONT)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideS)
                .setAnnotationTextFont(FONT)
                .setMarkerSize(7);
        chart.getStyler().setAxisTickLabelsFont(FONT).setAxisTitleFont(FONT);
    }

    /// The library knows a series by its name; two may have one.
    private static String free(String name, XYChart chart) {
        boolean taken = chart.getSeriesCollection().stream()
                .anyMatch(other -> other.getName().equals(name));
        return taken ? free(name + " ", chart) : name;
    }

    private static void add(XYChart chart, Series series, Color colour) {
        XYSeries added = chart.addSeries(
                free(series.name(), chart),
                series.points().stream().mapToDouble(Point::across).toArray(),
                series.points().stream().mapToDouble(Point::up).toArray());
        added.setMarkerColor(colour).setLineColor(colour);
        added.setMarker(
                switch (series.look()) {
                    case POINTS, LINE_WITH_POINTS -> SeriesMarkers.CIRCLE;
                    case LINE, CURVE, DASHED_LINE -> SeriesMarkers.NONE;
                });
        added.setLineStyle(
                switch (series.look()) {
                    case POINTS -> SeriesLines.NONE;
                    case LINE, CURVE, LINE_WITH_POINTS -> SeriesLines.SOLID;
                    case DASHED_LINE -> SeriesLines.DASH_DASH;
                });
        added.setShowInLegend(series.look() != Look.CURVE);
    }
}
