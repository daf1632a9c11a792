package cairn.neb.surrogate;

import cairn.neb.algebra.Algebra;
import cairn.neb.curvature.Model;
import cairn.neb.surrogate.basis.LearnedPotential;
import cairn.neb.surrogate.process.Example;
import cairn.neb.surrogate.process.Posterior;
import cairn.neb.surrogate.process.Rows;
import cairn.neb.surrogate.process.Told;
import cairn.neb.surrogate.process.Value;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Comparator;
import java.util.List;

/// The energy surface as far as it is known, which can be asked like a calculation and says how certain it is.
final class Surrogate implements Model {
    private final Physics physics;
    private final Footing footing;
    private final double strength;
    private final LearnedPotential potential;
    private final Posterior posterior;
    private final double[] firstFunctions;
    private final double offset;

    private Surrogate(Physics physics, Footing footing, Posterior posterior) {
        this.physics = physics;
        this.footing = footing;
        this.posterior = posterior;
        double[] white = posterior.weights();
        this.strength = footing.strength(white);
        double[] weights = physics.belief.weights(white);
        Rows.add(1 - strength, physics.belief.mean(), weights);
        this.potential = new LearnedPotential(physics.basis, weights);
        this.firstFunctions = posterior.firstFunctions();
        this.offset = posterior.lowestEnergy() - Rows.dot(white, firstFunctions);
    }

    /// A model on one footing, and what it says at first.
    private record Candidate(Footing footing, Posterior posterior) {
        static Candidate of(Footing footing, List<Example> examples, Algebra algebra) {
            List<Example> seen = examples.stream().map(footing::seen).toList();
            return new Candidate(footing, Posterior.withNoise(Told.by(seen, algebra), 1, algebra));
        }

        double logEvidence() {
            return posterior.logEvidence();
        }
    }

    /// Fitted to all that is known, the endpoints first.
    static Surrogate of(Physics physics, List<Example> examples) {
        Algebra algebra = Algebra.preferredFor(Posterior.operations(examples));
        Candidate likeliest = physics.footings().stream()
                .map(footing -> Candidate.of(footing, examples, algebra))
                .max(Comparator.comparingDouble(Candidate::logEvidence))
                .orElseThrow();
        return new Surrogate(physics, likeliest.footing(), likeliest.posterior().withFittingNoise(algebra));
    }

    /// Energy and forces as the surrogate has them.
    @Override
    public Evaluation evaluate(Structure structure) {
        double[] positions = structure.positions().toArray();
        Value learned = potential.at(physics.basis.around(positions));
        Value calculated = calculated(structure);
        double[] gradient = learned.gradient();
        Rows.add(1, calculated.gradient(), gradient);
        double rest = posterior.remainder(physics.sites.placeOf(positions), gradient);
        double[] forces = physics.sites.spread(gradient);
        for (int i = 0; i < forces.length; i++) {
            forces[i] = -forces[i];
        }
        double energy = offset + calculated.energy() + learned.energy() + rest;
        return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
    }

    private Value calculated(Structure structure) {
        return switch (footing) {
            case GENERIC -> Value.zero(physics.sites.dimension());
            case CALCULATED -> physics.calculated(structure).times(strength);
        };
    }

    /// The standard deviation of the energy, eV.
    @Override
    public double uncertainty(Structure structure) {
        double[] functions = physics.functions(structure, footing);
        double[] place = physics.sites.placeOf(structure.positions().toArray());
        return posterior.deviation(place, Rows.difference(functions, firstFunctions));
    }
}
