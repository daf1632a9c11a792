package cairn.neb;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The energies along a band: its images, the curve through them, and the barriers (eV).
public record MinimumEnergyPath(List<Point> points, int highestImage, EnergyProfile profile, Convergence convergence) {
    /// One image: reaction coordinate (Angstrom; and as a fraction of the whole), energy (eV), slope of the energy
    /// along the path (eV/Angstrom) and the largest per-atom force (eV/Angstrom; NEB force, at an endpoint true
    /// force).
    public record Point(double coordinate, double fraction, double energy, double slope, double fmax) {}

    /// What may be said of the path.
    public enum Convergence {
        /// Neither the path nor the saddle point is converged.
        NONE,
        /// All NEB forces are below fmax, but no image sits on the saddle point.
        PATH,
        /// All NEB forces are below fmax, and the climbing image sits on the saddle point.
        SADDLE
    }

    public MinimumEnergyPath {
        points = List.copyOf(points);
    }

    /// The path through a band that somebody else has searched. Springs are unknown and left out of fmax.
    public static MinimumEnergyPath of(Band band, List<Evaluation> evaluations) {
        EvaluatedBand evaluated = new EvaluatedBand(band, evaluations);
        return of(evaluated, NebForces.perpendicular(evaluated), Convergence.NONE);
    }

    static MinimumEnergyPath of(EvaluatedBand evaluated, NebForces forces, Convergence convergence) {
        List<Point> points = points(evaluated, forces, convergence);
        List<HermiteSegment> segments = new ArrayList<>();
        for (int image = 1; image < points.size(); image++) {
            segments.add(new HermiteSegment(knot(points.get(image - 1)), knot(points.get(image))));
        }
        return new MinimumEnergyPath(points, evaluated.highest(), new EnergyProfile(segments), convergence);
    }

    private static List<Point> points(EvaluatedBand evaluated, NebForces forces, Convergence convergence) {
        double[] coordinates = coordinates(evaluated.band());
        double whole = coordinates[coordinates.length - 1];
        List<Point> points = new ArrayList<>();
        for (int image = 0; image < coordinates.length; image++) {
            boolean inside = image > 0 && image < coordinates.length - 1;
            boolean saddle =
                    convergence == Convergence.SADDLE && forces.climbing().orElseThrow() == image;
            points.add(new Point(
                    coordinates[image],
                    whole > 0 ? coordinates[image] / whole : 0,
                    evaluated.energy(image),
                    saddle ? 0 : -evaluated.force(image).dot(evaluated.tangent(image)),
                    inside ? forces.fmax(image) : evaluated.force(image).largestAtomNorm()));
        }
        return points;
    }

    private static double[] coordinates(Band band) {
        double[] coordinates = new double[band.images().size()];
        for (int image = 1; image < coordinates.length; image++) {
            Vector step = band.displacement(image - 1);
            coordinates[image] = coordinates[image - 1] + step.norm();
        }
        return coordinates;
    }

    private static HermiteSegment.Knot knot(Point point) {
        return new HermiteSegment.Knot(point.coordinate(), point.energy(), point.slope());
    }

    /// The energy of the highest interior image.
    public double saddleEnergyImage() {
        return points.get(highestImage).energy();
    }

    /// The highest energy of the profile; it is never below the highest image, and far above it means too few images.
    public double saddleEnergyProfile() {
        return profile.maximum().energy();
    }

    /// From the first endpoint to the highest point of the path.
    public double barrierForward() {
        return saddleEnergyProfile() - points.getFirst().energy();
    }

    /// From the last endpoint to the highest point of the path.
    public double barrierReverse() {
        return saddleEnergyProfile() - points.getLast().energy();
    }

    /// E(last endpoint) - E(first endpoint).
    public double energyDifference() {
        return points.getLast().energy() - points.getFirst().energy();
    }

    /// The deepest minimum between the endpoints comes first; where there is one, the path is two hops.
    public List<EnergyProfile.Minimum> intermediateMinima() {
        return profile.minima().stream()
                .sorted(Comparator.comparingDouble(EnergyProfile.Minimum::depth).reversed())
                .toList();
    }

    /// `count` points of the profile at equal distances, for plotting.
    public List<EnergyProfile.Point> sample(int count) {
        return profile.sample(count);
    }
}
