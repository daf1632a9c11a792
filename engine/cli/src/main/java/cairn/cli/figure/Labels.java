package cairn.cli.figure;

import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.AnnotationText;

/// What points are, written under them; a label that would lie on another is left out.
final class Labels {
    /// A label's height and half its width, as shares of the chart.
    private static final double HIGH = 0.05;

    private static final double WIDE = 0.08;

    private final double high;
    private final double wide;
    private final List<Point> placed = new ArrayList<>();

    private Labels(List<Point> points) {
        this.high = HIGH * range(points, Point::up);
        this.wide = WIDE * range(points, Point::across);
    }

    private static double range(List<Point> points, ToDoubleFunction<Point> coordinate) {
        DoubleSummaryStatistics values = points.stream().mapToDouble(coordinate).summaryStatistics();
        return values.getMax() - values.getMin();
    }

    static List<AnnotationText> of(Chart chart) {
        List<Point> points = chart.series().stream()
                .filter(series -> series.look() == Look.LINE_WITH_POINTS || series.look() == Look.POINTS)
                .flatMap(series -> series.points().stream())
                .filter(point -> !point.what().isEmpty())
                .toList();
        return points.isEmpty() ? List.of() : new Labels(points).place(points);
    }

    private List<AnnotationText> place(List<Point> points) {
        for (Point point : points) {
            if (placed.stream().noneMatch(other -> overlap(point, other))) {
                placed.add(point);
            }
        }
        return placed.stream()
                .map(point -> new AnnotationText(point.what(), point.across(), point.up() - 0.8 * high, false))
                .toList();
    }

    private boolean overlap(Point one, Point other) {
        return Math.abs(one.across() - other.across()) < wide && Math.abs(one.up() - other.up()) < high;
    }
}
