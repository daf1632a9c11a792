package cairn.neb.optimize;

import java.util.ArrayList;
import java.util.List;

/// Limited-memory BFGS without line search, one state for the whole band: Sheppard, Terrell, Henkelman, J. Chem. Phys.
/// 128, 134106 (2008); recursion of Nocedal, Math. Comp. 35, 773 (1980).
///
/// The inverse Hessian before any pair is s.y / y.y of the newest pair (Nocedal and Wright, Numerical Optimization,
/// 2nd ed., eq. 7.20), not a constant: bands of soft and of stiff solids then need no setting. As the nudged force is
/// no gradient, a pair without positive curvature is not remembered, and a step that makes the field much larger is
/// taken back.
public record Lbfgs(Phase phase) implements Optimizer {
    /// Pairs remembered.
    private static final int MEMORY = 30;
    /// No atom moves farther than this in one step, Angstrom.
    static final double LONGEST_MOVE = 0.2;
    /// Inverse curvature before any pair is known, Angstrom^2/eV: that of ASE, for solids on the stiff side.
    private static final double FIRST_INVERSE_CURVATURE = 1.0 / 70;
    /// A pair counts if the cosine between step and change is at least this.
    private static final double LEAST_COSINE = 1e-3;
    /// A step that lets the norm of the field grow by more than this factor is taken back.
    private static final double GROWTH = 2.0;
    /// What is left of a step taken back.
    private static final double BACKTRACK = 0.25;
    /// A step shorter than this, in Angstrom, is no step.
    private static final double SHORTEST_MOVE = 1e-10;

    /// A step and the change of the negative field along it.
    public record Pair(Vector step, Vector change) {
        double curvature() {
            return step.dot(change);
        }

        boolean isCurvedUpwards() {
            return curvature() > LEAST_COSINE * step.norm() * change.norm();
        }

        double inverseCurvature() {
            return curvature() / change.dot(change);
        }
    }

    /// Where the search stands.
    public sealed interface Phase {
        Vector position();

        /// Before the field is known anywhere.
        record Starting(Vector position, double inverseCurvature, List<Pair> pairs) implements Phase {}

        /// At a point whose field is known, trying a step from it. `kept`: that point is the last evaluated one.
        record Trying(
                Vector origin, Vector field, double inverseCurvature, List<Pair> pairs, Vector position, boolean kept)
                implements Phase {}
    }

    public static Lbfgs start(Vector position) {
        return new Lbfgs(new Phase.Starting(position, FIRST_INVERSE_CURVATURE, List.of()));
    }

    @Override
    public Vector position() {
        return phase.position();
    }

    @Override
    public boolean isLastKept() {
        return !(phase instanceof Phase.Trying trying) || trying.kept();
    }

    @Override
    public boolean isStalled() {
        return phase instanceof Phase.Trying trying
                && trying.position().minus(trying.origin()).largestAtomNorm() < SHORTEST_MOVE;
    }

    @Override
    public Lbfgs restartedAt(Vector position) {
        return switch (phase) {
            case Phase.Starting _ -> start(position);
            case Phase.Trying trying ->
                new Lbfgs(new Phase.Starting(position, trying.inverseCurvature(), trying.pairs()));
        };
    }

    @Override
    public Lbfgs tryingAt(Vector position) {
        return new Lbfgs(
                switch (phase) {
                    case Phase.Starting starting ->
                        new Phase.Starting(position, starting.inverseCurvature(), starting.pairs());
                    case Phase.Trying trying ->
                        new Phase.Trying(
                                trying.origin(),
                                trying.field(),
                                trying.inverseCurvature(),
                                trying.pairs(),
                                position,
                                trying.kept());
                });
    }

    @Override
    public Lbfgs advance(Vector field) {
        boolean tooFar = phase instanceof Phase.Trying trying
                && field.norm() > GROWTH * trying.field().norm();
        return tooFar ? takenBack() : advanceKeeping(field);
    }

    /// The state after the step tried last has turned out good, whatever became of the field.
    public Lbfgs advanceKeeping(Vector field) {
        return new Lbfgs(
                switch (phase) {
                    case Phase.Starting starting ->
                        stepped(starting.position(), field, starting.inverseCurvature(), starting.pairs());
                    case Phase.Trying trying -> stepped(trying, field);
                });
    }

    /// The state after the step tried last has turned out bad: the same step again, but shorter.
    public Lbfgs takenBack() {
        return switch (phase) {
            case Phase.Starting _ -> throw new IllegalStateException("no step has been taken yet");
            case Phase.Trying trying -> {
                Vector shorter = trying.position().minus(trying.origin()).times(BACKTRACK);
                yield new Lbfgs(new Phase.Trying(
                        trying.origin(),
                        trying.field(),
                        trying.inverseCurvature(),
                        List.of(),
                        trying.origin().plus(shorter),
                        false));
            }
        };
    }

    private static Phase stepped(Phase.Trying trying, Vector field) {
        Pair pair = new Pair(
                trying.position().minus(trying.origin()), trying.field().minus(field));
        if (!pair.isCurvedUpwards()) {
            return stepped(trying.position(), field, trying.inverseCurvature(), trying.pairs());
        }
        List<Pair> remembered = new ArrayList<>(trying.pairs());
        remembered.add(pair);
        List<Pair> newest = remembered.subList(Math.max(0, remembered.size() - MEMORY), remembered.size());
        return stepped(trying.position(), field, pair.inverseCurvature(), List.copyOf(newest));
    }

    private static Phase stepped(Vector origin, Vector field, double inverseCurvature, List<Pair> pairs) {
        Vector newton = direction(field, inverseCurvature, pairs);
        Vector step = newton.dot(field) > 0 ? newton : field.times(inverseCurvature);
        Vector position = origin.plus(step.limited(LONGEST_MOVE));
        return new Phase.Trying(origin, field, inverseCurvature, pairs, position, true);
    }

    /// The two-loop recursion: Nocedal and Wright, algorithm 7.4.
    private static Vector direction(Vector field, double inverseCurvature, List<Pair> pairs) {
        double[] alpha = new double[pairs.size()];
        Vector direction = field;
        for (int i = pairs.size() - 1; i >= 0; i--) {
            Pair pair = pairs.get(i);
            alpha[i] = pair.step().dot(direction) / pair.curvature();
            direction = direction.plus(-alpha[i], pair.change());
        }
        direction = direction.times(inverseCurvature);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double beta = pair.change().dot(direction) / pair.curvature();
            direction = direction.plus(alpha[i] - beta, pair.step());
        }
        return direction;
    }
}
