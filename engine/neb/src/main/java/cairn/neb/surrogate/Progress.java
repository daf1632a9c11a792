package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings.Climbing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How far a search has come: rounds, evaluations, each image that climbed, and the bands that were pushed off a ridge.
record Progress(int rounds, int evaluations, List<Climber> climbers, List<Push> pushes) {
    /// Evaluations without progress before learning is given up: a fifth of what a short plain band takes, whatever its
    /// number of images, since what is learned does not depend on that.
    private static final int PATIENCE = 8;
    /// Progress is a force that is smaller by this factor.
    private static final double HALVED = 0.5;
    /// A band is a better start than the first one if its climbing image has a force below this, eV/Angstrom.
    private static final double GOOD = 0.5;
    /// A round near the saddle point makes the force smaller by about this factor.
    private static final double GAIN = 5;

    /// The true force on an image that climbed, the band it was of, and how many evaluations there were then.
    record Climber(double force, Band band, int evaluations) {}

    /// A band that was pushed off a ridge, and how many evaluations there were then.
    record Push(Band band, int evaluations) {}

    Progress {
        climbers = List.copyOf(climbers);
        pushes = List.copyOf(pushes);
    }

    static Progress start() {
        return new Progress(0, 0, List.of(), List.of());
    }

    Progress after(int more) {
        return new Progress(rounds + 1, evaluations + more, climbers, pushes);
    }

    Progress climbed(double force, Band band) {
        List<Climber> all = new ArrayList<>(climbers);
        all.add(new Climber(force, band, evaluations));
        return new Progress(rounds, evaluations, all, pushes);
    }

    /// What was found on a ridge is no progress.
    Progress pushedOff(Band band) {
        List<Push> more = new ArrayList<>(pushes);
        more.add(new Push(band, evaluations));
        return new Progress(rounds, evaluations, List.of(), more);
    }

    /// A band whose climbing image was nearly at rest goes on climbing, lest it slide down again; every other one must
    /// settle first.
    Climbing climbing() {
        return lastForce() < GOOD ? Climbing.FROM_START : Climbing.WHEN_SETTLED;
    }

    double lastForce() {
        return climbers.isEmpty()
                ? Double.POSITIVE_INFINITY
                : climbers.getLast().force();
    }

    /// The band that was last pushed off a ridge: no band may begin where the search did any more.
    Optional<Band> offRidge() {
        return pushes.isEmpty()
                ? Optional.empty()
                : Optional.of(pushes.getLast().band());
    }

    /// The band whose climbing image had the smallest force, if that was small enough to make it a good one.
    Optional<Band> bestBand() {
        return climbers.stream()
                .filter(climber -> climber.force() < GOOD)
                .min(Comparator.comparingDouble(Climber::force))
                .map(Climber::band);
    }

    /// Whether so much has been spent since the force was last halved that a plain band would do better.
    boolean isHopeless() {
        int last = pushes.isEmpty() ? 0 : pushes.getLast().evaluations();
        double best = Double.POSITIVE_INFINITY;
        for (Climber climber : climbers) {
            if (climber.force() < HALVED * best) {
                best = climber.force();
                last = climber.evaluations();
            }
        }
        return evaluations - last >= PATIENCE;
    }

    OptionalInt roundsLeft(double fmax) {
        if (climbers.isEmpty()) {
            return OptionalInt.empty();
        }
        double factor = Math.max(1, lastForce() / fmax);
        return OptionalInt.of(1 + (int) Math.ceil(Math.log(factor) / Math.log(GAIN)));
    }
}
