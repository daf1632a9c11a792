package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.PathSearch;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// A band relaxed on a surrogate until it came to rest, or until it left what is known: then `settled` is false, and it
/// stands where it was still believed.
record Rested(Band band, boolean settled) {
    /// Iterations between two looks at the trust, at first; later more.
    private static final int LOOK = 4;

    static Rested of(Trust trust, Band start, Evaluation from, Evaluation to, NebSettings settings) {
        PathSearch search = PathSearch.start(start, from, to, settings);
        Band trusted = start;
        int look = LOOK;
        while (!search.isFinished()) {
            List<Evaluation> evaluations = trust.evaluated(search.wanted());
            boolean fell = evaluations.stream().anyMatch(trust::isDeep);
            search = search.advance(evaluations);
            if (fell || search.rounds() >= look || search.isFinished()) {
                if (!trust.covers(search.band())) {
                    return new Rested(trust.shortened(trusted, search.band()), false);
                }
                trusted = search.band();
                look = search.rounds() + LOOK + search.rounds() / LOOK;
            }
        }
        return new Rested(trusted, true);
    }

    /// This band with one image, higher than both its neighbours, climbing on between them. What holds up the others
    /// need not hold up this one.
    Rested climbedOn(Trust trust, int image, NebSettings settings) {
        Band three = Band.of(band.images().subList(image - 1, image + 2));
        List<Evaluation> ends = trust.evaluated(List.of(three.from(), three.to()));
        Rested climber = of(trust.around(image), three, ends.getFirst(), ends.getLast(), settings);
        List<Structure> images = new ArrayList<>(band.images());
        images.set(image, climber.band().images().get(1));
        return new Rested(Band.of(images), settled);
    }
}
