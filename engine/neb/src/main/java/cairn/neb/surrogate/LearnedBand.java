package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
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
    /// How far atoms are shaken off a ridge, Angstrom, one standard deviation.
    private static final double SHAKE = 0.03;

    private static final long SEED = 20_190_405L;

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

    /// This band with its climbing image, whose true forces are small.
    LearnedBand with(int image, Observation observation) {
        List<Structure> images = new ArrayList<>(band.images());
        images.set(image, observation.structure());
        List<Evaluation> all = new ArrayList<>(evaluations);
        all.set(image, observation.evaluation());
        List<Double> certain = new ArrayList<>(uncertainties);
        certain.set(image, 0.0);
        return new LearnedBand(Band.of(images), all, certain, settled, OptionalInt.of(image));
    }

    /// Whether an image, if this is its energy, is higher than all others.
    boolean isHighest(int image, double energy) {
        return IntStream.range(0, size()).filter(other -> other != image).allMatch(other -> energy(other) < energy);
    }

    /// Whether an image may well be higher than this energy, eV.
    boolean isPerhapsHigher(int image, double energy) {
        return energy(image) + 2 * uncertainty(image) > energy;
    }

    /// A band with its free atoms a little aside, always in the same way.
    static Band shaken(Band band) {
        Random random = new Random(SEED);
        List<Structure> images = new ArrayList<>(band.images());
        for (int image = 1; image < images.size() - 1; image++) {
            Structure structure = images.get(image);
            double[] positions = structure.positions().toArray();
            for (int i = 0; i < positions.length; i++) {
                double aside = SHAKE * random.nextGaussian();
                positions[i] += structure.constraints().isFixed(i / 3) ? 0 : aside;
            }
            images.set(image, structure.withPositions(Positions.of(positions)));
        }
        return Band.of(images);
    }
}
