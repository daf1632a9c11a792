package cairn.neb.surrogate;

import cairn.neb.Observation;
import cairn.neb.surrogate.process.Example;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// All that has been evaluated, endpoints first, also as examples for the surrogate.
record Known(List<Observation> observations, List<Example> examples) {
    /// Observations of earlier calculations closer to another than this, Angstrom, tell nothing new.
    private static final double CLOSE = 0.05;
    /// Most observations of earlier calculations that are learned from.
    private static final int MOST_EARLIER = 40;
    /// Farther above the higher endpoint than this, eV, nothing is learned for a path.
    private static final double HIGH = 5;

    Known {
        observations = List.copyOf(observations);
        examples = List.copyOf(examples);
    }

    /// The endpoints, and what of earlier calculations helps.
    static Known of(Physics physics, Observation from, Observation to, List<Observation> earlier) {
        Known known = new Known(List.of(), List.of()).with(physics, from).with(physics, to);
        double highest = Math.max(from.evaluation().energyEv(), to.evaluation().energyEv()) + HIGH;
        for (Observation observation : earlier) {
            Observation here = beside(observation, from.structure(), to.structure());
            boolean helps = here.evaluation().energyEv() < highest
                    && known.distance(here.structure()) > CLOSE
                    && known.observations.size() < MOST_EARLIER + 2;
            known = helps ? known.with(physics, here) : known;
        }
        return known;
    }

    /// The observation with its atoms moved by lattice vectors to where the nearer endpoint has them.
    private static Observation beside(Observation observation, Structure from, Structure to) {
        Structure atFrom = observation.structure().unwrappedTowards(from.positions());
        Structure atTo = observation.structure().unwrappedTowards(to.positions());
        boolean nearerToFrom = distance(atFrom, from) <= distance(atTo, to);
        return new Observation(nearerToFrom ? atFrom : atTo, observation.evaluation());
    }

    private static double distance(Structure one, Structure other) {
        return Rows.largestAtomNorm(
                Rows.difference(one.positions().toArray(), other.positions().toArray()));
    }

    private double distance(Structure structure) {
        return observations.stream()
                .mapToDouble(observation -> distance(structure, observation.structure()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    Known with(Physics physics, Observation observation) {
        List<Observation> moreObservations = new ArrayList<>(observations);
        moreObservations.add(observation);
        List<Example> moreExamples = new ArrayList<>(examples);
        moreExamples.add(physics.example(observation));
        return new Known(moreObservations, moreExamples);
    }

    /// With the evaluations of some structures more.
    Known with(Physics physics, List<Structure> structures, List<Evaluation> evaluations) {
        Known more = this;
        for (int i = 0; i < structures.size(); i++) {
            more = more.with(physics, new Observation(structures.get(i), evaluations.get(i)));
        }
        return more;
    }

    double lowestEnergy() {
        return energies().min().orElseThrow();
    }

    double highestEnergy() {
        return energies().max().orElseThrow();
    }

    private DoubleStream energies() {
        return observations.stream()
                .mapToDouble(observation -> observation.evaluation().energyEv());
    }
}
