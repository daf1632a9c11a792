package cairn.neb.surrogate;

import cairn.neb.Observation;
import cairn.neb.surrogate.process.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Which images of a learned band to evaluate, the most important first.
///
/// What is wanted is the highest point of the path, so the first is the image that may be the highest: that with the
/// largest E + sigma (upper confidence bound: Srinivas et al., IEEE Trans. Inf. Theory 58, 3250, 2012). It climbs if it
/// also is the highest. More of them, where several can be evaluated side by side, are the most uncertain ones.
record Choice(List<Integer> images, boolean climbs) {
    /// Atoms that all stand closer than this to where they stood, Angstrom, have been evaluated already.
    private static final double SAME = 1e-4;

    /// What is lower than this, eV, is no barrier that anybody looks for.
    static final double LEAST_BARRIER = 0.002;

    Choice {
        images = List.copyOf(images);
    }

    /// The choice of at most `most` images that nobody has evaluated; perhaps there is none.
    static Choice of(LearnedBand band, List<Observation> known, int most) {
        List<Integer> fresh = IntStream.range(1, band.size() - 1)
                .filter(image -> isFresh(band, image, known))
                .boxed()
                .toList();
        int hopeful = hopeful(band);
        List<Integer> chosen = new ArrayList<>();
        if (fresh.contains(hopeful)) {
            chosen.add(hopeful);
        }
        fresh.stream()
                .filter(image -> !chosen.contains(image))
                .sorted(Comparator.comparingDouble((Integer image) -> -band.uncertainty(image)))
                .limit(most - chosen.size())
                .forEach(chosen::add);
        boolean climbs = fresh.contains(hopeful) && hopeful == band.highest() && band.hasSummit();
        return new Choice(chosen, climbs);
    }

    /// The image that may be the highest; where none can be above the endpoints, the one of which least is known.
    private static int hopeful(LearnedBand band) {
        int highest = most(band, image -> band.energy(image) + band.uncertainty(image));
        boolean hopeless = band.energy(highest) + 2 * band.uncertainty(highest) < band.higherEndpoint() + LEAST_BARRIER;
        return hopeless && !band.hasSummit() ? most(band, band::uncertainty) : highest;
    }

    private static int most(LearnedBand band, ToDoubleFunction<Integer> of) {
        return IntStream.range(1, band.size() - 1)
                .boxed()
                .max(Comparator.comparingDouble(of))
                .orElseThrow();
    }

    private static boolean isFresh(LearnedBand band, int image, List<Observation> known) {
        double[] positions = band.image(image).positions().toArray();
        return known.stream().noneMatch(observation -> {
            double[] other = observation.structure().positions().toArray();
            return Rows.largestAtomNorm(Rows.difference(positions, other)) < SAME;
        });
    }
}
