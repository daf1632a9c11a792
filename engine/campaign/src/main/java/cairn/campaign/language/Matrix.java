package cairn.campaign.language;

import cairn.campaign.shape.Named;
import cairn.campaign.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The variables that steps run over, and the values of each.
public record Matrix(List<Named<List<Scalar>>> variables) {
    static final Matrix NONE = new Matrix(List.of());

    public Matrix {
        variables = List.copyOf(variables);
    }

    public List<String> names() {
        return variables.stream().map(Named::name).toList();
    }

    /// How many points some of the variables span.
    public long size(Collection<String> names) {
        long size = 1;
        for (Named<List<Scalar>> variable : variables) {
            if (names.contains(variable.name())) {
                size = Math.min(Integer.MAX_VALUE, size * variable.value().size());
            }
        }
        return size;
    }

    /// All points over some of the variables, the last variable running fastest.
    public List<Point> points(Collection<String> names) {
        List<Point> points = List.of(Point.ORIGIN);
        for (Named<List<Scalar>> variable : variables) {
            if (names.contains(variable.name())) {
                points = extended(points, variable);
            }
        }
        return points;
    }

    private static List<Point> extended(List<Point> points, Named<List<Scalar>> variable) {
        List<Point> extended = new ArrayList<>(points.size() * variable.value().size());
        for (Point point : points) {
            for (Scalar value : variable.value()) {
                extended.add(point.with(variable.name(), value));
            }
        }
        return extended;
    }

    /// A value for each of some variables, in the order of the matrix.
    public record Point(SequencedMap<String, Scalar> values) {
        public static final Point ORIGIN = new Point(new LinkedHashMap<>());

        public Point {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        Point with(String name, Scalar value) {
            SequencedMap<String, Scalar> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Point(more);
        }

        /// The same point, over fewer variables.
        public Point over(Collection<String> names) {
            if (values.isEmpty() || names.containsAll(values.keySet())) {
                return this;
            }
            SequencedMap<String, Scalar> fewer = new LinkedHashMap<>(values);
            fewer.keySet().retainAll(names);
            return new Point(fewer);
        }

        /// Whether the two have equal values for the variables that both have.
        public boolean agreesWith(Point other) {
            return over(other.values.keySet()).equals(other.over(values.keySet()));
        }

        /// Of the texts alone: equal points have equal texts, and points are looked up 100,000 times.
        @Override
        public int hashCode() {
            int hash = 1;
            for (Scalar value : values.values()) {
                hash = 31 * hash + value.text().hashCode();
            }
            return hash;
        }

        /// `[phase=LiSi]`; empty at the origin.
        public String suffix() {
            return values.isEmpty()
                    ? ""
                    : values.entrySet().stream()
                            .map(value ->
                                    value.getKey() + "=" + value.getValue().text())
                            .collect(Collectors.joining(",", "[", "]"));
        }
    }
}
