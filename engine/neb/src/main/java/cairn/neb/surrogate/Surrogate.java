package cairn.neb.surrogate;

import cairn.neb.algebra.Algebra;
import cairn.neb.curvature.Model;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;

/// The energy surface as far as it is known, which can be asked like a calculation and says how certain it is.
final class Surrogate implements Model {
    private final Physics physics;
    private final LearnedPotential potential;
    private final Posterior posterior;
    private final double[] firstFunctions;
    private final double offset;

    private Surrogate(Physics physics, List<Example> examples, Posterior posterior) {
        this.physics = physics;
        this.posterior = posterior;
        double[] weights = physics.belief.weights(posterior.weights());
        Rows.add(1, physics.belief.mean(), weights);
        this.potential = new LearnedPotential(physics.basis, weights);
        this.firstFunctions = examples.getFirst().functions();
        double lowest = examples.stream().mapToDouble(Example::energy).min().orElseThrow();
        this.offset = lowest - Rows.dot(posterior.weights(), firstFunctions);
    }

    /// Fitted to all that is known, the endpoints first.
    static Surrogate of(Physics physics, List<Example> examples) {
        Algebra algebra = Algebra.preferredFor(Posterior.operations(examples));
        return new Surrogate(physics, examples, Posterior.of(examples, algebra));
    }

    /// Energy and forces as the surrogate has them.
    @Override
    public Evaluation evaluate(Structure structure) {
        double[] positions = structure.positions().toArray();
        Value calculated = physics.calculated(structure);
        Value learned = potential.at(physics.basis.around(positions));
        double[] gradient = learned.gradient();
        Rows.add(1, calculated.gradient(), gradient);
        double rest = posterior.remainder(physics.sites.freeOf(positions), gradient);
        double[] forces = physics.sites.spread(gradient);
        for (int i = 0; i < forces.length; i++) {
            forces[i] = -forces[i];
        }
        double energy = offset + calculated.energy() + learned.energy() + rest;
        return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
    }

    /// The standard deviation of the energy, eV.
    @Override
    public double uncertainty(Structure structure) {
        double[] positions = structure.positions().toArray();
        double[] functions = physics.belief.whitened(physics.basis.values(physics.basis.around(positions)));
        return posterior.deviation(physics.sites.freeOf(positions), Rows.difference(functions, firstFunctions));
    }
}
