package cairn.cli.figure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Curves and points over two axes. `name` is that of its files; the titles of the axes carry the units.
public record Chart(String name, String title, String across, String up, List<Series> series) {
    public Chart {
        Objects.requireNonNull(title);
        Objects.requireNonNull(across);
        Objects.requireNonNull(up);
        series = List.copyOf(series);
        if (!name.matches("[A-Za-z0-9._=,-]+") || series.isEmpty()) {
            throw new IllegalArgumentException("no chart: '" + name + "' with " + series.size() + " series");
        }
    }

    /// How a series is drawn.
    public enum Look {
        POINTS,
        LINE,
        LINE_WITH_POINTS,
        /// Through the points of the series before it, whose colour it has; not in the legend.
        CURVE,
        /// For what is shown beside, and was not computed here.
        DASHED_LINE
    }

    /// One curve or set of points, with its name in the legend.
    public record Series(String name, Look look, List<Point> points) {
        public Series {
            Objects.requireNonNull(name);
            Objects.requireNonNull(look);
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("the series '" + name + "' has no points");
            }
        }
    }

    /// A point, and what it is (empty for one on a curve).
    public record Point(double across, double up, String what) {
        public static Point of(double across, double up) {
            return new Point(across, up, "");
        }
    }

    /// All numbers, one point a line, under the titles of the axes (RFC 4180).
    public String csv() {
        String rows = series.stream()
                .flatMap(one -> one.points().stream()
                        .map(point -> quoted(one.name()) + "," + quoted(point.what()) + "," + number(point.across())
                                + "," + number(point.up()) + "\r\n"))
                .collect(Collectors.joining());
        return "series,what," + quoted(across) + "," + quoted(up) + "\r\n" + rows;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
