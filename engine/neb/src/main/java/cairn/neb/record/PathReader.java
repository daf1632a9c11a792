package cairn.neb.record;

import cairn.neb.EnergyProfile;
import cairn.neb.optimize.Vector;
import cairn.neb.record.Convergence.Answer;
import cairn.neb.record.ImageForce.Nudge;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays.Climbing;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Works out the path of one record.
final class PathReader {
    /// Images closer than this, Angstrom, are the same one: no path leads from one to the other.
    private static final double SAME_PLACE = 1e-6;

    private final BandRecord record;
    private final double fmax;
    private final Geometry geometry;
    private final List<Reading> energies;
    private final int highest;
    private final double[] coordinates;

    PathReader(BandRecord record, double fmax) {
        this.record = record;
        this.fmax = fmax;
        this.geometry = Geometry.of(record);
        this.energies = record.images().stream()
                .map(RecordedImage::energy)
                .map(energy -> Reading.of(energy.free()))
                .toList();
        this.highest = highest();
        this.coordinates = geometry.coordinates();
        requireSteps();
    }

    RecordedPath path() {
        List<ImageForce> forces = forces();
        List<Slope> slopes = slopes(forces);
        List<RecordedPoint> points = IntStream.range(0, geometry.size())
                .mapToObj(image -> point(image, forces.get(image), slopes.get(image)))
                .toList();
        RecordedPath bare = new RecordedPath(
                geometry,
                points,
                highest,
                curve(points),
                new Convergence(fmax, saddle(points), path(points)),
                List.of());
        return new RecordedPath(
                bare.geometry(), points, highest, bare.profile(), bare.convergence(), Remarks.on(bare, record));
    }

    private void requireSteps() {
        for (int image = 1; image < coordinates.length; image++) {
            if (!(coordinates[image] - coordinates[image - 1] > SAME_PLACE)) {
                throw new IllegalArgumentException("images " + (image - 1) + " and " + image
                        + " (counted from 0) stand at the same place: is this a band, or one structure repeated?");
            }
        }
    }

    /// The interior image of highest known energy; of equals, the first.
    private int highest() {
        int found = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (int image = 1; image < geometry.size() - 1; image++) {
            double energy = energies.get(image).number().orElse(Double.NEGATIVE_INFINITY);
            found = energy > top ? image : found;
            top = Math.max(top, energy);
        }
        long known = energies.stream().filter(Reading::isKnown).count();
        if (found == 0 || known < 2) {
            throw new IllegalArgumentException("too few energies are known to draw a profile: " + known + " of "
                    + geometry.size() + " images have one");
        }
        return found;
    }

    private List<ImageForce> forces() {
        List<ImageForce> forces = new ArrayList<>();
        for (int image = 0; image < geometry.size(); image++) {
            Vector tangent = geometry.tangent(image, energies);
            forces.add(ImageForce.of(record.images().get(image).forces(), tangent, geometry, nudge(image)));
        }
        return forces;
    }

    private Nudge nudge(int image) {
        if (geometry.isEndpoint(image)) {
            return Nudge.NONE;
        }
        boolean climbs = switch (record.codeSays().climbing()) {
            case Climbing.Image(int index) -> index == image;
            case Climbing.Highest _ -> image == highest;
            case Climbing.None _, Climbing.Unsaid _ -> false;
        };
        return climbs ? Nudge.CLIMB : Nudge.SPRINGS;
    }

    private List<Slope> slopes(List<ImageForce> forces) {
        List<Integer> known = known();
        double[] filled = SplineSlopes.of(known.stream()
                .map(image -> new SplineSlopes.Site(
                        coordinates[image], energy(image), forces.get(image).slope()))
                .toList());
        List<Slope> slopes = new ArrayList<>();
        for (int image = 0; image < geometry.size(); image++) {
            int knot = known.indexOf(image);
            slopes.add(knot < 0 ? new Slope.Missing() : slope(forces.get(image).slope(), filled[knot]));
        }
        return slopes;
    }

    private static Slope slope(OptionalDouble fromForces, double fromEnergies) {
        return fromForces.isPresent()
                ? new Slope.FromForces(fromForces.getAsDouble())
                : new Slope.FromEnergies(fromEnergies);
    }

    private List<Integer> known() {
        return IntStream.range(0, geometry.size())
                .filter(image -> energies.get(image).isKnown())
                .boxed()
                .toList();
    }

    private double energy(int image) {
        return energies.get(image).number().orElseThrow();
    }

    private RecordedPoint point(int image, ImageForce force, Slope slope) {
        double whole = coordinates[coordinates.length - 1];
        boolean last = image == geometry.size() - 1;
        return new RecordedPoint(
                new RecordedPoint.Place(image, coordinates[image], coordinates[image] / whole),
                energies.get(image),
                sigmaZero(record.images().get(image).energy()),
                slope,
                force.fmaxAcross(),
                force.fmaxWhole(),
                last ? 0 : coordinates[image + 1] - coordinates[image],
                geometry.kink(image));
    }

    private static Reading sigmaZero(RecordedEnergy energy) {
        return switch (energy) {
            case RecordedEnergy.FreeAndSigmaZero(double _, double sigmaZero) -> new Reading.Of(sigmaZero);
            case RecordedEnergy.Free _, RecordedEnergy.Unknown _ -> new Reading.Missing();
        };
    }

    private static EnergyProfile curve(List<RecordedPoint> points) {
        List<EnergyProfile.Knot> knots = new ArrayList<>();
        for (RecordedPoint point : points) {
            switch (point.slope()) {
                case Slope.FromForces(double slope) -> knots.add(knot(point, slope));
                case Slope.FromEnergies(double slope) -> knots.add(knot(point, slope));
                case Slope.Missing _ -> {}
            }
        }
        return EnergyProfile.through(knots);
    }

    private static EnergyProfile.Knot knot(RecordedPoint point, double slope) {
        return new EnergyProfile.Knot(
                point.place().coordinate(), point.energy().number().orElseThrow(), slope);
    }

    /// Above its neighbours, as far as their energies are known, and with a small true force.
    private Answer saddle(List<RecordedPoint> points) {
        boolean summit = List.of(highest - 1, highest + 1).stream()
                .allMatch(image -> energies.get(image).number().orElse(Double.NEGATIVE_INFINITY) < energy(highest));
        return summit ? below(points.get(highest).fmaxWhole()) : Answer.NO;
    }

    private Answer path(List<RecordedPoint> points) {
        List<Answer> answers = points.subList(1, points.size() - 1).stream()
                .map(point -> below(point.fmaxAcross()))
                .toList();
        if (answers.contains(Answer.NO)) {
            return Answer.NO;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
    }

    private Answer below(Reading force) {
        return switch (force) {
            case Reading.Of(double norm) -> norm < fmax ? Answer.YES : Answer.NO;
            case Reading.Missing _ -> Answer.UNKNOWN;
        };
    }
}
