package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which bands a surrogate is believed about: those whose images stay below a limit of uncertainty, each below its own,
/// and have fallen into no hole. A hole is a place far below all that was ever evaluated; it is real where the
/// surrogate is certain of it, as an intermediate minimum is.
///
/// @param limits the largest uncertainty of each image, eV
/// @param certain an uncertainty, eV, that is always allowed
/// @param floor where holes begin, eV
record Trust(Surrogate surrogate, List<Double> limits, double certain, double floor) {
    /// An image may become this much more uncertain than it was before it was relaxed.
    private static final double GROWTH = 1.2;
    /// So far below all that was ever evaluated begin holes, eV.
    private static final double HOLE = 0.2;
    /// The part of a step too far that is tried next.
    private static final double SHORTER = 0.4;
    /// And how often.
    private static final int SHORTENINGS = 4;

    /// What to believe of bands that are relaxed from this one on.
    static Trust from(Surrogate surrogate, Band start, LearnedBand.Ground ground) {
        List<Double> limits = start.images().parallelStream()
                .map(image -> Math.max(ground.allowed(), GROWTH * surrogate.uncertainty(image)))
                .toList();
        return new Trust(surrogate, limits, ground.allowed(), ground.lowest() - HOLE);
    }

    /// What to believe of this image and its neighbours.
    Trust around(int image) {
        return new Trust(surrogate, limits.subList(image - 1, image + 2), certain, floor);
    }

    List<Evaluation> evaluated(List<Structure> structures) {
        return structures.parallelStream().map(surrogate::evaluate).toList();
    }

    boolean isDeep(Evaluation evaluation) {
        return evaluation.energyEv() < floor;
    }

    boolean covers(Band band) {
        return IntStream.range(1, limits.size() - 1)
                .parallel()
                .allMatch(image -> covers(band.images().get(image), limits.get(image)));
    }

    private boolean covers(Structure image, double limit) {
        double uncertainty = surrogate.uncertainty(image);
        return uncertainty <= certain || (uncertainty <= limit && !isDeep(surrogate.evaluate(image)));
    }

    /// As far from one band towards another as trust goes.
    Band shortened(Band from, Band towards) {
        double part = SHORTER;
        for (int i = 0; i < SHORTENINGS; i++) {
            Band between = between(from, towards, part);
            if (covers(between)) {
                return between;
            }
            part *= SHORTER;
        }
        return from;
    }

    private static Band between(Band from, Band towards, double part) {
        List<Structure> images = new ArrayList<>(from.images());
        for (int image = 1; image < images.size() - 1; image++) {
            double[] positions = images.get(image).positions().toArray();
            double[] others = towards.images().get(image).positions().toArray();
            Rows.add(part, Rows.difference(others, positions), positions);
            images.set(image, images.get(image).withPositions(Positions.of(positions)));
        }
        return Band.of(images);
    }
}
