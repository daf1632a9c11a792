package cairn.neb.optimize;

/// L-BFGS for as long as it makes progress, and ODE12r from the best point seen when it makes none.
///
/// The nudged force of a rough band is no gradient: its tangents and its climbing image jump, and L-BFGS, which takes
/// every change for curvature, can then walk about for ever. ODE12r trusts nothing but the force it stands on. Once it
/// has brought the field well below what L-BFGS could, L-BFGS begins anew, without its memories. Progress is judged by
/// the largest per-atom norm of the field, which is what the search is to make small.
///
/// The constants are the smallest that leave every search alone that ends well without a guard, measured on 48 rattled
/// bands of a vacancy hop and on Muller and Brown's surface with 3 to 11 images.
public record Guarded(Phase phase) implements Optimizer {
    /// Evaluations in a row that may bring no progress: a band that turns round its corners needs some.
    static final int PATIENCE = 30;
    /// A field is progress if it is smaller by this factor than the one that was progress before.
    private static final double PROGRESS = 0.95;
    /// A field so many times the smallest one is that of a band torn apart.
    private static final double LOST = 100;
    /// If L-BFGS has not even brought the field to this part of the first one, it has led astray, and the point with
    /// the smallest field is worth no more than the first point.
    private static final double GAIN = 0.25;
    /// ODE12r is done when the field is this part of the smallest that L-BFGS has seen.
    private static final double RECOVERED = 0.5;

    /// A point and the field there.
    public record Point(Vector position, Vector field) {
        double residual() {
            return field.largestAtomNorm();
        }

        /// Measured against the field that counted as progress last, so that many tiny gains do add up.
        boolean isProgressOver(double reference) {
            return residual() < PROGRESS * reference;
        }
    }

    /// Where the optimiser stands.
    public sealed interface Phase {
        Optimizer optimizer();

        /// L-BFGS, before the field is known anywhere.
        record Fresh(Lbfgs optimizer) implements Phase {}

        /// L-BFGS. `reference`: the residual at the last progress, `idle` evaluations ago. `kept`: the last evaluated
        /// point was kept.
        record Quick(Lbfgs optimizer, Point first, Point best, double reference, int idle, boolean kept)
                implements Phase {
            static Quick after(Lbfgs next, Point best) {
                return new Quick(next, best, best, best.residual(), 0, true);
            }
        }

        /// ODE12r, until the residual is below `wanted`.
        record Robust(Ode12r optimizer, double wanted, boolean kept) implements Phase {}
    }

    public static Guarded start(Vector position) {
        return new Guarded(new Phase.Fresh(Lbfgs.start(position)));
    }

    @Override
    public Vector position() {
        return phase.optimizer().position();
    }

    @Override
    public boolean isLastKept() {
        return switch (phase) {
            case Phase.Fresh fresh -> fresh.optimizer().isLastKept();
            case Phase.Quick quick -> quick.kept();
            case Phase.Robust robust -> robust.kept();
        };
    }

    @Override
    public boolean isStalled() {
        return phase instanceof Phase.Robust robust && robust.optimizer().isStalled();
    }

    @Override
    public Guarded restartedAt(Vector position) {
        return new Guarded(
                switch (phase) {
                    case Phase.Fresh fresh -> new Phase.Fresh(fresh.optimizer().restartedAt(position));
                    case Phase.Quick quick -> new Phase.Fresh(quick.optimizer().restartedAt(position));
                    case Phase.Robust _ -> new Phase.Fresh(Lbfgs.start(position));
                });
    }

    @Override
    public Guarded tryingAt(Vector position) {
        return new Guarded(
                switch (phase) {
                    case Phase.Fresh(Lbfgs lbfgs) -> new Phase.Fresh(lbfgs.tryingAt(position));
                    case Phase.Quick(Lbfgs lbfgs, Point first, Point best, double reference, int idle, boolean kept) ->
                        new Phase.Quick(lbfgs.tryingAt(position), first, best, reference, idle, kept);
                    case Phase.Robust(Ode12r ode, double wanted, boolean kept) ->
                        new Phase.Robust(ode.tryingAt(position), wanted, kept);
                });
    }

    @Override
    public Guarded advance(Vector field) {
        Point here = new Point(position(), field);
        return new Guarded(
                switch (phase) {
                    case Phase.Fresh fresh ->
                        Phase.Quick.after(fresh.optimizer().advance(field), here);
                    case Phase.Quick quick -> next(quick, here);
                    case Phase.Robust robust -> next(robust, here);
                });
    }

    private static Phase next(Phase.Quick quick, Point here) {
        Point best = here.residual() < quick.best().residual() ? here : quick.best();
        boolean progress = best.isProgressOver(quick.reference());
        int idle = progress ? 0 : quick.idle() + 1;
        Lbfgs next = quick.optimizer().advance(here.field());
        if (idle > PATIENCE || next.isStalled() || here.residual() > LOST * best.residual()) {
            Point from = best.residual() < GAIN * quick.first().residual() ? best : quick.first();
            Ode12r ode = Ode12r.start(from.position()).advance(from.field());
            return new Phase.Robust(ode, RECOVERED * best.residual(), from.equals(here));
        }
        return new Phase.Quick(
                next, quick.first(), best, progress ? best.residual() : quick.reference(), idle, next.isLastKept());
    }

    private static Phase next(Phase.Robust robust, Point here) {
        if (here.residual() < robust.wanted()) {
            return Phase.Quick.after(Lbfgs.start(here.position()).advance(here.field()), here);
        }
        Ode12r next = robust.optimizer().advance(here.field());
        return new Phase.Robust(next, robust.wanted(), next.isLastKept());
    }
}
