package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.Observation;
import cairn.neb.PathSearch;
import java.util.List;
import java.util.Optional;

/// What a search was asked for: the start, the endpoints, how, and with what known of the atoms beforehand.
record Task(
        Band start,
        Observation from,
        Observation to,
        NebSettings settings,
        SurrogateSettings surrogate,
        Physics physics) {
    /// The surrogate's band is relaxed to this part of fmax.
    private static final double TIGHTER = 0.3;

    List<Observation> ends() {
        return List.of(from, to);
    }

    double higherEndpoint() {
        return Math.max(from.evaluation().energyEv(), to.evaluation().energyEv());
    }

    /// Where a band begins of which nothing was learned: where the search did, or off the ridge that was found there.
    Band begin(Progress progress) {
        return progress.offRidge().orElse(start);
    }

    PathSearch plain(Band band) {
        return PathSearch.start(band, from.evaluation(), to.evaluation(), settings);
    }

    /// All that is known, learned; nothing, if the data contradict each other.
    Optional<Surrogate> learned(Known known) {
        try {
            return Optional.of(Surrogate.of(physics, known.examples()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// A band relaxed on what was learned; nothing, if it leaves what a structure can be.
    Optional<LearnedBand> relaxed(Surrogate surrogate, Known known, Band band, Climbing climbing) {
        LearnedBand.Ground ground =
                new LearnedBand.Ground(from.evaluation(), to.evaluation(), known.lowestEnergy(), known.highestEnergy());
        try {
            return Optional.of(LearnedBand.relaxed(
                    surrogate,
                    band,
                    ground,
                    LearnedBand.settings(settings, settings.interiorImages(), TIGHTER * settings.fmax(), climbing)));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
