package cairn.neb.surrogate;

import cairn.neb.Observation;
import cairn.neb.surrogate.basis.BasisGradients;
import cairn.neb.surrogate.basis.LearnedPotential;
import cairn.neb.surrogate.basis.PotentialBasis;
import cairn.neb.surrogate.basis.PotentialPrior;
import cairn.neb.surrogate.basis.Sites;
import cairn.neb.surrogate.basis.Surroundings;
import cairn.neb.surrogate.process.Example;
import cairn.neb.surrogate.process.Rows;
import cairn.neb.surrogate.process.Value;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.List;

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
        return between(from, to, new Knowledge.None());
    }

    /// Of atoms of which a cheap calculation may tell most.
    static Physics between(Structure from, Structure to, Prior prior) {
        return between(from, to, new Knowledge.Calculated(prior));
    }

    private static Physics between(Structure from, Structure to, Knowledge knowledge) {
        Sites sites = Sites.between(from, to);
        double[] reference = from.positions().toArray();
        PotentialBasis basis = new PotentialBasis(sites, reference);
        return new Physics(sites, basis, PotentialPrior.secondMoment(basis, reference), knowledge);
    }

    /// What a surrogate can rest on.
    List<Footing> footings() {
        return switch (knowledge) {
            case Knowledge.None _ -> List.of(Footing.GENERIC);
            case Knowledge.Calculated _ -> List.of(Footing.GENERIC, Footing.CALCULATED);
        };
    }

    /// What the cheap calculation says; nothing where there is none.
    Value calculated(Structure structure) {
        return switch (knowledge) {
            case Knowledge.None _ -> Value.zero(sites.dimension());
            case Knowledge.Calculated(Prior prior) -> value(prior.evaluate(structure));
        };
    }

    /// And beyond the generic potential.
    private Value departure(Structure structure, Value generic) {
        return switch (knowledge) {
            case Knowledge.None _ -> Value.zero(sites.dimension());
            case Knowledge.Calculated _ -> calculated(structure).minus(generic);
        };
    }

    private Value value(Evaluation evaluation) {
        double[] gradient = sites.freeOf(evaluation.forces().toArray());
        Rows.scale(-1, gradient);
        return new Value(evaluation.energyEv(), gradient);
    }

    Example example(Observation observation) {
        Structure structure = observation.structure();
        double[] positions = structure.positions().toArray();
        Surroundings around = basis.around(positions);
        Value generic = believed.at(around);
        Value left = value(observation.evaluation()).minus(generic);
        return new Example(
                sites.placeOf(positions),
                left.energy(),
                left.gradient(),
                belief.whitened(basis.values(around)),
                belief.whitened(BasisGradients.at(basis, around)),
                departure(structure, generic));
    }

    /// The values of all functions at a structure that a model on this footing has, as in its examples.
    double[] functions(Structure structure, Footing footing) {
        Surroundings around = basis.around(structure.positions().toArray());
        double[] functions = belief.whitened(basis.values(around));
        return switch (footing) {
            case GENERIC -> functions;
            case CALCULATED -> {
                double[] more = Arrays.copyOf(functions, functions.length + 1);
                Value departure = departure(structure, believed.at(around));
                more[functions.length] = Footing.DEVIATION * departure.energy();
                yield more;
            }
        };
    }

    /// The largest per-atom norm of the true force on free atoms.
    double force(Evaluation evaluation) {
        return Rows.largestAtomNorm(sites.freeOf(evaluation.forces().toArray()));
    }
}
