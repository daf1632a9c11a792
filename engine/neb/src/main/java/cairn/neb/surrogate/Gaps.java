package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.curvature.Model;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a model says of the way between the images of a band, where a hump may hide.
record Gaps(LearnedBand band, Model model) {
    /// Points between two images.
    private static final int POINTS = 3;

    /// A point between an image and the next.
    private record Point(int image, double fraction, Structure structure, double energy) {}

    /// The band with its nearest image moved onto the highest point between two images, if that is higher than both of
    /// them, and may well be higher than this energy, eV.
    Optional<Band> raised(double energy) {
        return IntStream.range(0, band.size() - 1)
                .boxed()
                .flatMap(image -> IntStream.rangeClosed(1, POINTS).mapToObj(k -> point(image, k / (POINTS + 1.0))))
                .filter(point -> isHump(point) && isPerhapsHigher(point, energy))
                .max(Comparator.comparingDouble(Point::energy))
                .map(this::through);
    }

    private Point point(int image, double fraction) {
        Structure from = band.image(image);
        double[] positions = from.positions().toArray();
        double[] next = band.image(image + 1).positions().toArray();
        Rows.add(fraction, Rows.difference(next, positions), positions);
        Structure structure = from.withPositions(Positions.of(positions));
        return new Point(image, fraction, structure, model.evaluate(structure).energyEv());
    }

    private boolean isHump(Point point) {
        return point.energy() > Math.max(band.energy(point.image()), band.energy(point.image() + 1));
    }

    private boolean isPerhapsHigher(Point point, double energy) {
        return point.energy() + 2 * model.uncertainty(point.structure()) > energy;
    }

    private Band through(Point point) {
        int nearest = point.fraction() < 0.5 ? point.image() : point.image() + 1;
        List<Structure> images = new ArrayList<>(band.band().images());
        images.set(Math.clamp(nearest, 1, band.size() - 2), point.structure());
        return Band.of(images);
    }
}
