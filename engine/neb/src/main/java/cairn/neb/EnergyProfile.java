package cairn.neb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The energy along a path as one smooth curve through the energies and slopes of its images.
public final class EnergyProfile {
    /// A point of the curve: reaction coordinate in Angstrom, energy in eV.
    public record Point(double coordinate, double energy) {}

    /// A minimum between the endpoints, and how far it lies below the lower of the highest points on its two sides
    /// (eV).
    public record Minimum(Point point, double depth) {}

    /// What the curve goes through: reaction coordinate (Angstrom), energy (eV) and slope (eV/Angstrom).
    public record Knot(double coordinate, double energy, double slope) {}

    /// Dips that are shallower than this, eV, are the curve's own ripples.
    private static final double RIPPLE = 1e-3;

    private final List<HermiteSegment> segments;

    EnergyProfile(List<HermiteSegment> segments) {
        this.segments = List.copyOf(segments);
    }

    /// The curve through at least two knots, in the order of the path: one Hermite segment between each two.
    public static EnergyProfile through(List<Knot> knots) {
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a curve goes through at least two points, got " + knots.size());
        }
        List<HermiteSegment> segments = new ArrayList<>();
        for (int right = 1; right < knots.size(); right++) {
            segments.add(new HermiteSegment(inner(knots.get(right - 1)), inner(knots.get(right))));
        }
        return new EnergyProfile(segments);
    }

    private static HermiteSegment.Knot inner(Knot knot) {
        return new HermiteSegment.Knot(knot.coordinate(), knot.energy(), knot.slope());
    }

    /// The highest point, found exactly and not by sampling.
    public Point maximum() {
        return landmarks().stream()
                .max(Comparator.comparingDouble(Point::energy))
                .orElseThrow();
    }

    /// Minima strictly between the endpoints, in the order of the path.
    public List<Minimum> minima() {
        List<Point> landmarks = landmarks();
        List<Minimum> minima = new ArrayList<>();
        for (int i = 1; i < landmarks.size() - 1; i++) {
            double here = landmarks.get(i).energy();
            boolean lowest = here < landmarks.get(i - 1).energy()
                    && here <= landmarks.get(i + 1).energy();
            double depth =
                    Math.min(highest(landmarks.subList(0, i)), highest(landmarks.subList(i, landmarks.size()))) - here;
            if (lowest && depth > RIPPLE) {
                minima.add(new Minimum(landmarks.get(i), depth));
            }
        }
        return minima;
    }

    private static double highest(List<Point> points) {
        return points.stream().mapToDouble(Point::energy).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /// `count` points at equal distances, both ends included.
    public List<Point> sample(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a curve is drawn through at least two points, got " + count);
        }
        List<Point> points = new ArrayList<>();
        double start = segments.getFirst().left().coordinate();
        double length = segments.getLast().right().coordinate() - start;
        for (int i = 0; i < count; i++) {
            points.add(at(start + length * i / (count - 1)));
        }
        return points;
    }

    private Point at(double coordinate) {
        for (HermiteSegment segment : segments) {
            if (coordinate <= segment.right().coordinate() && segment.length() > 0) {
                return segment.at((coordinate - segment.left().coordinate()) / segment.length());
            }
        }
        return segments.getLast().at(1);
    }

    /// All images and all extrema between them, in the order of the path.
    private List<Point> landmarks() {
        List<Point> landmarks = new ArrayList<>();
        landmarks.add(segments.getFirst().at(0));
        for (HermiteSegment segment : segments) {
            landmarks.addAll(segment.extrema());
            landmarks.add(
                    new Point(segment.right().coordinate(), segment.right().energy()));
        }
        return landmarks;
    }
}
