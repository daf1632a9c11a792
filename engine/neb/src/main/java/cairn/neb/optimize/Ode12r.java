package cairn.neb.optimize;

/// The adaptive solver ODE12r of dx/dt = f(x): Makri, Ortner, Kermode, J. Chem. Phys. 150, 094109 (2019), algorithm 1.
///
/// A step is an Euler step whose error is estimated by comparison with Heun's; its length comes from that error and
/// from the extrapolated point where |f| is least. Constants and rules are those of ASE 3.22.1
/// (`ase.optimize.ode.ode12r`), so that the two take the same steps; the residual is the largest per-atom norm.
public record Ode12r(Phase phase) implements Optimizer {
    /// Relative tolerance of the estimated error (rtol).
    private static final double TOLERANCE = 0.1;
    /// Sufficient contraction of the residual (C1).
    private static final double CONTRACTION = 0.01;
    /// Growth of the residual that a step with a small error may bring (C2).
    private static final double GROWTH = 2.0;
    /// Shortest step in Angstrom^2/eV (hmin).
    private static final double SHORTEST_STEP = 1e-10;
    /// No atom moves farther than this in one step, Angstrom. Ours: ASE has no limit.
    static final double LONGEST_MOVE = 0.5;

    /// Where the solver stands.
    public sealed interface Phase {
        Vector position();

        /// Before the field is known anywhere. The step is a guess that the first field corrects.
        record Starting(Vector position, double longestStep) implements Phase {}

        /// At a point whose field is known, trying a step from it. `kept`: that point is the last evaluated one.
        record Trying(Vector origin, Vector field, double step, Vector position, boolean kept) implements Phase {
            static Trying from(Vector origin, Vector field, double step, boolean kept) {
                double limited = Math.min(step, LONGEST_MOVE / field.largestAtomNorm());
                return new Trying(origin, field, limited, origin.plus(limited, field), kept);
            }
        }
    }

    public static Ode12r start(Vector position) {
        return new Ode12r(new Phase.Starting(position, Double.POSITIVE_INFINITY));
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
        return phase instanceof Phase.Trying trying && trying.step() <= SHORTEST_STEP;
    }

    @Override
    public Ode12r restartedAt(Vector position) {
        return switch (phase) {
            case Phase.Starting _ -> start(position);
            case Phase.Trying trying -> new Ode12r(new Phase.Starting(position, trying.step()));
        };
    }

    @Override
    public Ode12r tryingAt(Vector position) {
        return new Ode12r(
                switch (phase) {
                    case Phase.Starting starting -> new Phase.Starting(position, starting.longestStep());
                    case Phase.Trying trying ->
                        new Phase.Trying(trying.origin(), trying.field(), trying.step(), position, trying.kept());
                });
    }

    @Override
    public Ode12r advance(Vector field) {
        return new Ode12r(
                switch (phase) {
                    case Phase.Starting starting -> first(starting, field);
                    case Phase.Trying trying -> next(trying, field);
                });
    }

    private static Phase first(Phase.Starting starting, Vector field) {
        double step = 0.5 * Math.sqrt(TOLERANCE) / field.largestAtomNorm();
        return Phase.Trying.from(
                starting.position(), field, Math.min(starting.longestStep(), Math.max(step, SHORTEST_STEP)), true);
    }

    private static Phase next(Phase.Trying trying, Vector field) {
        Vector change = field.minus(trying.field());
        double step = trying.step();
        double error = 0.5 * step * change.largestComponent();
        double byError = 0.5 * step * Math.sqrt(TOLERANCE / error);
        double byExtrapolation = extrapolated(trying, change);
        double wanted = Math.min(byError, byExtrapolation);
        if (isAcceptable(trying, field, error)) {
            double longer = Math.max(0.25 * step, Math.min(4 * step, wanted));
            return Phase.Trying.from(trying.position(), field, longer, true);
        }
        double shorter = Math.max(0.1 * step, Math.min(0.25 * step, wanted));
        return Phase.Trying.from(trying.origin(), trying.field(), shorter, false);
    }

    private static boolean isAcceptable(Phase.Trying trying, Vector field, double error) {
        double before = trying.field().largestAtomNorm();
        double after = field.largestAtomNorm();
        return after <= before * (1 - CONTRACTION * trying.step()) || (after <= before * GROWTH && error <= TOLERANCE);
    }

    /// The step to the point where the field, taken as linear, is least; infinite when it says nothing.
    private static double extrapolated(Phase.Trying trying, Vector change) {
        double step = -trying.step() * trying.field().dot(change) / (change.dot(change) + 1e-10);
        return Double.isNaN(step) || step < SHORTEST_STEP ? Double.POSITIVE_INFINITY : step;
    }
}
