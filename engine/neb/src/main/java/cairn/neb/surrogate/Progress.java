package cairn.neb.surrogate;

import cairn.neb.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How far a search has come: rounds, evaluations, each image that climbed, and the bands that were pushed off a ridge.
record Progress(int rounds, int evaluations, List<Climber> climbers, List<Band> pushed) {
    /// Evaluations without progress before learning is given up: so many for each image of the band, and so many more.
    private static final int PATIENCE_PER_IMAGE = 3;

    private static final int PATIENCE = 15;
    /// Progress is a force that is smaller by this factor.
    private static final double HALVED = 0.5;
    /// A band is a better start than the first one if its climbing image has a force below this, eV/Angstrom.
    private static final double GOOD = 0.5;
    /// A round near the saddle point makes the force smaller by about this factor.
    private static final double GAIN = 5;

    /// The true force on an image that climbed, the band it was of, and how many evaluations there were then.
    record Climber(double force, Band band, int evaluations) {}

    Progress {
        climbers = List.copyOf(climbers);
        pushed = List.copyOf(pushed);
    }

    static Progress start() {
        return new Progress(0, 0, List.of(), List.of());
    }

    Progress after(int more) {
        return new Progress(rounds + 1, evaluations + more, climbers, pushed);
    }

    Progress climbed(double force, Band band) {
        List<Climber> all = new ArrayList<>(climbers);
        all.add(new Climber(force, band, evaluations));
        return new Progress(rounds, evaluations, all, pushed);
    }

    /// What was found on a ridge is no progress.
    Progress pushedOff(Band band) {
        List<Band> more = new ArrayList<>(pushed);
        more.add(band);
        return new Progress(rounds, evaluations, List.of(), more);
    }

    double lastForce() {
        return climbers.isEmpty()
                ? Double.POSITIVE_INFINITY
                : climbers.getLast().force();
    }

    /// Where a plain band starts, if not where the search did: off the ridge, if there was one, else from the best
    /// band.
    Optional<Band> seed() {
        return pushed.isEmpty() ? bestBand() : Optional.of(pushed.getLast());
    }

    /// The band whose climbing image had the smallest force, if that was small enough to make it a good one.
    private Optional<Band> bestBand() {
        return climbers.stream()
                .filter(climber -> climber.force() < GOOD)
                .min(Comparator.comparingDouble(Climber::force))
                .map(Climber::band);
    }

    /// Whether so much has been spent since the force was last halved that a plain band would do better.
    boolean isHopeless(int interiorImages) {
        int patience = PATIENCE + PATIENCE_PER_IMAGE * interiorImages;
        int last = 0;
        double best = Double.POSITIVE_INFINITY;
        for (Climber climber : climbers) {
            if (climber.force() < HALVED * best) {
                best = climber.force();
                last = climber.evaluations();
            }
        }
        return evaluations - last >= patience && evaluations >= patience;
    }

    OptionalInt roundsLeft(double fmax) {
        if (climbers.isEmpty()) {
            return OptionalInt.empty();
        }
        double factor = Math.max(1, lastForce() / fmax);
        return OptionalInt.of(1 + (int) Math.ceil(Math.log(factor) / Math.log(GAIN)));
    }
}
