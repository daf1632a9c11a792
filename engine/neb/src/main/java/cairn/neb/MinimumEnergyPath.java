package cairn.neb;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// The energies along a band: its images, the curve through them, and the barriers (eV).
public record MinimumEnergyPath(List<Point> points, int highestImage, EnergyProfile profile, Convergence convergence) {
    /// One image: reaction coordinate (Angstrom; and as a fraction of the whole), energy (eV), slope of the energy
    /// along the path (eV/Angstrom) and the largest per-atom force (eV/Angstrom; NEB force, at an endpoint true
    /// force).
    public record Point(double coordinate, double fraction, double energy, double slope, double fmax) {}

    /// What may be said of the path, defined here and nowhere else; fmax is the one that was asked for.
    ///
    /// The saddle point and the path are two matters, as in NEB-TS (Asgeirsson et al., J. Chem. Theory Comput. 17,
    /// 4929 (2021)): a barrier needs the first, a picture of the way the second.
    public enum Convergence {
        /// Neither the path nor the saddle point is converged.
        NONE,
        /// The NEB force on every image is below fmax, but no image climbed: the saddle point lies between images.
        PATH,
        /// The climbing image is the highest, and the true force on each of its atoms is below fmax. Of the
        /// other images a surrogate search says what its model says; in a plain search their NEB forces are
        /// below fmax as well.
        SADDLE,
        /// SADDLE, and a check of the curvatures found exactly one negative mode: `cairn.neb.curvature`.
        VERIFIED
    }

    public MinimumEnergyPath {
        points = List.copyOf(points);
    }

    /// The path through a band that somebody else has searched. Springs are unknown and left out of fmax.
    public static MinimumEnergyPath of(Band band, List<Evaluation> evaluations) {
        EvaluatedBand evaluated = new EvaluatedBand(band, evaluations);
        return of(evaluated, NebForces.perpendicular(evaluated), Convergence.NONE);
    }

    /// The path through a band of which somebody says how far it has converged; the climbing image, if there is one,
    /// has no slope. Springs are left out of fmax.
    public static MinimumEnergyPath of(
            Band band, List<Evaluation> evaluations, OptionalInt climbing, Convergence convergence) {
        EvaluatedBand evaluated = new EvaluatedBand(band, evaluations);
        NebForces forces = NebForces.perpendicular(evaluated);
        return of(evaluated, new NebForces(forces.interior(), climbing), convergence);
    }

    static MinimumEnergyPath of(EvaluatedBand evaluated, NebForces forces, Convergence convergence) {
        List<Point> points = points(evaluated, forces, convergence);
        List<HermiteSegment> segments = new ArrayList<>();
        for (int image = 1; image < points.size(); image++) {
            segments.add(new HermiteSegment(knot(points.get(image - 1)), knot(points.get(image))));
        }
        int highest = forces.climbing().orElse(evaluated.highest());
        return new MinimumEnergyPath(points, highest, new EnergyProfile(segments), convergence);
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

    /// The same path once its saddle point was found to have exactly one negative mode.
    public MinimumEnergyPath verified() {
        if (convergence != Convergence.SADDLE) {
            throw new IllegalStateException("only a converged saddle point can be verified, this is " + convergence);
        }
        return new MinimumEnergyPath(points, highestImage, profile, Convergence.VERIFIED);
    }

    /// The same path once its highest image was found to be no saddle point of first order.
    public MinimumEnergyPath refuted() {
        return new MinimumEnergyPath(points, highestImage, profile, Convergence.NONE);
    }

    /// The energy of the highest interior image.
    public double saddleEnergyImage() {
        return points.get(highestImage).energy();
    }

    /// The highest energy of the profile; it is never below the highest image, and far above it means too few images.
    public double saddleEnergyProfile() {
        return profile.maximum().energy();
    }

    /// Of the image that sits on the saddle point, if one does: a curve through images may overshoot it. Else of the
    /// profile.
    public double saddleEnergy() {
        return switch (convergence) {
            case SADDLE, VERIFIED -> saddleEnergyImage();
            case NONE, PATH -> saddleEnergyProfile();
        };
    }

    /// From the first endpoint to the saddle point.
    public double barrierForward() {
        return saddleEnergy() - points.getFirst().energy();
    }

    /// From the last endpoint to the saddle point.
    public double barrierReverse() {
        return saddleEnergy() - points.getLast().energy();
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
