package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A band relaxed on a surrogate, and what that says of each image: energy and forces, and how uncertain (eV).
///
/// `proven` is the climbing image whose true forces are small, if there is one; `settled` says that it came to rest,
/// and did not stop where the surrogate knows too little.
record LearnedBand(
        Band band, List<Evaluation> evaluations, List<Double> uncertainties, boolean settled, OptionalInt proven) {
    /// Iterations on the surrogate at most.
    private static final int MAX_ITERATIONS = 300;
    /// An uncertainty below this, eV, is always allowed, or below this part of the energies known.
    private static final double ALLOWED = 0.05;

    private static final double ALLOWED_PART = 0.05;
    /// How far a band is pushed off a ridge, Angstrom.
    private static final double PUSH = 0.2;

    LearnedBand {
        evaluations = List.copyOf(evaluations);
        uncertainties = List.copyOf(uncertainties);
    }

    /// The ends of a band, evaluated; and the lowest and the highest energy ever evaluated, eV.
    record Ground(Evaluation from, Evaluation to, double lowest, double highest) {
        double allowed() {
            return Math.max(ALLOWED, ALLOWED_PART * (highest - lowest));
        }
    }

    /// A band relaxed until the forces of the surrogate are below those of the settings, or until it leaves what is
    /// known.
    static LearnedBand relaxed(Surrogate surrogate, Band start, Ground ground, NebSettings settings) {
        Trust trust = Trust.from(surrogate, start, ground);
        Rested rested = Rested.of(trust, start, ground.from(), ground.to(), settings);
        LearnedBand band = of(surrogate, rested.band(), ground, rested.settled());
        boolean climbs = settings.climbing() == NebSettings.Climbing.FROM_START && band.hasSummit();
        if (rested.settled() || !climbs) {
            return band;
        }
        Rested further =
                rested.climbedOn(trust, band.highest(), settings(settings, 1, settings.fmax(), settings.climbing()));
        return of(surrogate, further.band(), ground, false);
    }

    private static LearnedBand of(Surrogate surrogate, Band band, Ground ground, boolean settled) {
        List<Evaluation> all = new ArrayList<>();
        all.add(ground.from());
        band.interior().parallelStream().map(surrogate::evaluate).forEachOrdered(all::add);
        all.add(ground.to());
        return new LearnedBand(band, all, uncertainties(surrogate, band), settled, OptionalInt.empty());
    }

    private static List<Double> uncertainties(Surrogate surrogate, Band band) {
        return band.images().parallelStream().map(surrogate::uncertainty).toList();
    }

    static NebSettings settings(NebSettings wanted, int images, double fmax, NebSettings.Climbing climbing) {
        return new NebSettings(
                images, fmax, wanted.springs(), wanted.start(), climbing, NebSettings.Optimizer.ODE, MAX_ITERATIONS);
    }

    int size() {
        return evaluations.size();
    }

    double energy(int image) {
        return evaluations.get(image).energyEv();
    }

    double uncertainty(int image) {
        return uncertainties.get(image);
    }

    Structure image(int image) {
        return band.images().get(image);
    }

    /// The interior image of highest energy, or the one that is proven to be a saddle point.
    int highest() {
        if (proven.isPresent()) {
            return proven.getAsInt();
        }
        int highest = 1;
        for (int image = 2; image < size() - 1; image++) {
            highest = energy(image) > energy(highest) ? image : highest;
        }
        return highest;
    }

    /// Whether an interior image lies above both endpoints.
    boolean hasSummit() {
        return energy(highest()) > higherEndpoint();
    }

    double higherEndpoint() {
        return Math.max(energy(0), energy(size() - 1));
    }

    /// This band with some images evaluated in truth; the first of them is at rest.
    LearnedBand with(List<Integer> images, List<Evaluation> truth) {
        List<Evaluation> all = new ArrayList<>(evaluations);
        List<Double> certain = new ArrayList<>(uncertainties);
        for (int k = 0; k < images.size(); k++) {
            all.set(images.get(k), truth.get(k));
            certain.set(images.get(k), 0.0);
        }
        return new LearnedBand(band, all, certain, settled, OptionalInt.of(images.getFirst()));
    }

    /// Whether an image, if this is its energy, is higher than all others.
    boolean isHighest(int image, double energy) {
        return IntStream.range(0, size()).filter(other -> other != image).allMatch(other -> energy(other) < energy);
    }

    /// Whether any interior image may well be higher than this energy, eV.
    boolean isPerhapsHigher(double energy) {
        return IntStream.range(1, size() - 1).anyMatch(image -> energy(image) + 2 * uncertainty(image) > energy);
    }

    /// A band aside: most in the middle, by so much for the atom that moves most, Angstrom, and not at all at its ends.
    static Band pushed(Band band, Vector direction) {
        List<Structure> images = new ArrayList<>(band.images());
        int last = images.size() - 1;
        for (int image = 1; image < last; image++) {
            double step = PUSH * Math.sin(Math.PI * image / last) / direction.largestAtomNorm();
            Vector positions =
                    Vector.of(images.get(image).positions().toArray()).plus(step, direction);
            images.set(image, images.get(image).withPositions(Positions.of(positions.toArray())));
        }
        return Band.of(images);
    }
}
