package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.PathSearch;
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
    /// A band may become this much more uncertain than it was before it was relaxed.
    private static final double GROWTH = 1.2;
    /// An uncertainty below this, eV, is always allowed, or below this part of the energies known.
    private static final double ALLOWED = 0.05;

    private static final double ALLOWED_PART = 0.05;
    /// The part of a step too far that is tried next.
    private static final double SHORTER = 0.4;
    /// And how often.
    private static final int SHORTENINGS = 4;
    /// So far below all that was ever evaluated, eV, an image has fallen into a hole that is not there.
    private static final double HOLE = 0.2;
    /// Iterations between two looks at the uncertainty, at first; later more.
    private static final int LOOK = 4;

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
    /// known: then as it was before.
    static LearnedBand relaxed(Surrogate surrogate, Band start, Ground ground, NebSettings settings) {
        Trust trust = new Trust(
                surrogate, Math.max(ground.allowed(), GROWTH * widest(surrogate, start)), ground.lowest() - HOLE);
        PathSearch search = PathSearch.start(start, ground.from(), ground.to(), settings);
        Band trusted = start;
        int look = LOOK;
        boolean settled = true;
        while (settled && !search.isFinished()) {
            List<Evaluation> evaluations = evaluated(surrogate, search.wanted());
            boolean fell = evaluations.stream().anyMatch(trust::isHole);
            search = search.advance(evaluations);
            if (fell || search.rounds() >= look || search.isFinished()) {
                settled = trust.covers(search.band());
                trusted = settled ? search.band() : trust.shortened(trusted, search.band());
                look = search.rounds() + LOOK + search.rounds() / LOOK;
            }
        }
        return of(surrogate, settled ? search.band() : trusted, ground, settled);
    }

    /// Which bands a surrogate is believed about: those whose uncertainty stays below a limit and whose energies stay
    /// above a floor, eV.
    private record Trust(Surrogate surrogate, double limit, double floor) {
        boolean isHole(Evaluation evaluation) {
            return evaluation.energyEv() < floor;
        }

        boolean covers(Band band) {
            return widest(surrogate, band) <= limit
                    && evaluated(surrogate, band.interior()).stream().noneMatch(this::isHole);
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
    }

    private static Band between(Band from, Band towards, double part) {
        List<Structure> images = new ArrayList<>();
        for (int image = 0; image < from.images().size(); image++) {
            double[] positions = from.images().get(image).positions().toArray();
            double[] others = towards.images().get(image).positions().toArray();
            Rows.add(part, Rows.difference(others, positions), positions);
            boolean end = image == 0 || image == from.images().size() - 1;
            Structure structure = from.images().get(image);
            images.add(end ? structure : structure.withPositions(Positions.of(positions)));
        }
        return Band.of(images);
    }

    private static LearnedBand of(Surrogate surrogate, Band band, Ground ground, boolean settled) {
        List<Evaluation> all = new ArrayList<>();
        all.add(ground.from());
        all.addAll(evaluated(surrogate, band.interior()));
        all.add(ground.to());
        return new LearnedBand(band, all, uncertainties(surrogate, band), settled, OptionalInt.empty());
    }

    private static List<Evaluation> evaluated(Surrogate surrogate, List<Structure> structures) {
        return structures.parallelStream().map(surrogate::evaluate).toList();
    }

    private static List<Double> uncertainties(Surrogate surrogate, Band band) {
        return band.images().parallelStream().map(surrogate::uncertainty).toList();
    }

    private static double widest(Surrogate surrogate, Band band) {
        return uncertainties(surrogate, band).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    static NebSettings settings(NebSettings wanted, double fmax, NebSettings.Climbing climbing) {
        return new NebSettings(
                wanted.interiorImages(),
                fmax,
                wanted.springs(),
                wanted.start(),
                climbing,
                NebSettings.Optimizer.ODE,
                MAX_ITERATIONS);
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
        return energy(highest()) > Math.max(energy(0), energy(size() - 1));
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
