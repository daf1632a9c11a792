package cairn.neb.surrogate;

import cairn.neb.Observation;
import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// What stays the same while a search learns: atoms, functions of their positions, and what is believed before anything
/// is known.
final class Physics {
    final Sites sites;
    final PotentialBasis basis;
    final PotentialPrior belief;
    private final LearnedPotential believed;
    private final Knowledge knowledge;

    /// Whether somebody knows the physics.
    private sealed interface Knowledge {
        record None() implements Knowledge {}

        record Calculated(Prior prior) implements Knowledge {}
    }

    private Physics(Sites sites, PotentialBasis basis, PotentialPrior belief, Knowledge knowledge) {
        this.sites = sites;
        this.basis = basis;
        this.belief = belief;
        this.believed = new LearnedPotential(basis, belief.mean());
        this.knowledge = knowledge;
    }

    /// Of atoms of which nothing is known but their sizes.
    static Physics between(Structure from, Structure to) {
        Sites sites = Sites.between(from, to);
        double[] reference = from.positions().toArray();
        PotentialBasis basis = new PotentialBasis(sites, reference);
        return new Physics(sites, basis, PotentialPrior.secondMoment(basis, reference), new Knowledge.None());
    }

    /// Of atoms of which a cheap calculation tells most.
    static Physics between(Structure from, Structure to, Prior prior) {
        Sites sites = Sites.between(from, to);
        double[] reference = from.positions().toArray();
        PotentialBasis basis = new PotentialBasis(sites, reference);
        return new Physics(sites, basis, PotentialPrior.correction(basis, reference), new Knowledge.Calculated(prior));
    }

    /// What the cheap calculation says; nothing where there is none.
    Value calculated(Structure structure) {
        return switch (knowledge) {
            case Knowledge.None _ -> new Value(0, new double[sites.dimension()]);
            case Knowledge.Calculated(Prior prior) -> {
                Evaluation evaluation = prior.evaluate(structure);
                yield new Value(
                        evaluation.energyEv(),
                        negative(sites.freeOf(evaluation.forces().toArray())));
            }
        };
    }

    /// The largest per-atom norm of the true force on free atoms.
    double force(Evaluation evaluation) {
        return Rows.largestAtomNorm(sites.freeOf(evaluation.forces().toArray()));
    }

    private static double[] negative(double[] vector) {
        double[] opposite = new double[vector.length];
        Rows.add(-1, vector, opposite);
        return opposite;
    }

    Example example(Observation observation) {
        Structure structure = observation.structure();
        double[] positions = structure.positions().toArray();
        Surroundings around = basis.around(positions);
        Value calculated = calculated(structure);
        Value before = believed.at(around);
        double[] gradient =
                negative(sites.freeOf(observation.evaluation().forces().toArray()));
        Rows.add(-1, calculated.gradient(), gradient);
        Rows.add(-1, before.gradient(), gradient);
        return new Example(
                sites.freeOf(positions),
                observation.evaluation().energyEv() - calculated.energy() - before.energy(),
                gradient,
                belief.whitened(basis.values(around)),
                belief.whitened(BasisGradients.at(basis, around)));
    }
}
