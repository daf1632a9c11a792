package cairn.neb;

import cairn.neb.optimize.Fire;
import cairn.neb.optimize.Guarded;
import cairn.neb.optimize.Ode12r;
import cairn.neb.optimize.Optimizer;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The nudged elastic band itself: every round asks for the interior images of the band that are not at rest.
public final class PathSearch implements Search {
    /// Beyond this NEB force, eV/Angstrom, a band has left physics and would next leave the cell; ASE's limit too.
    private static final double ABSURD_FORCE = 1e3;

    /// The last band that was kept, or none yet.
    private sealed interface Kept {
        record Nothing() implements Kept {}

        record Known(EvaluatedBand evaluated, NebForces forces) implements Kept {}
    }

    /// What one round has changed.
    private record Move(Optimizer optimizer, Climb climb, Attention attention, Kept kept, Status status) {}

    private final Band band;
    private final Evaluation from;
    private final Evaluation to;
    private final NebSettings settings;
    private final Optimizer optimizer;
    private final Climb climb;
    private final Attention attention;
    private final Kept kept;
    private final int iteration;
    private final int evaluations;
    private final Status status;

    private PathSearch(PathSearch before, int evaluated, Move move) {
        this.band = before.band;
        this.from = before.from;
        this.to = before.to;
        this.settings = before.settings;
        this.optimizer = move.optimizer();
        this.climb = move.climb();
        this.attention = move.attention();
        this.kept = move.kept();
        this.iteration = before.iteration + 1;
        this.evaluations = before.evaluations + evaluated;
        this.status = move.status();
    }

    private PathSearch(Band band, Evaluation from, Evaluation to, NebSettings settings) {
        this.band = band;
        this.from = from;
        this.to = to;
        this.settings = settings;
        this.optimizer = optimizer(settings.optimizer(), band.interiorPositions());
        this.climb = Climb.start(settings.climbing());
        this.attention = Attention.everywhere(settings.interiorImages());
        this.kept = new Kept.Nothing();
        this.iteration = 0;
        this.evaluations = 0;
        this.status = new Status.Searching();
    }

    /// A search that starts from a band whose endpoints have been evaluated.
    public static PathSearch start(Band band, Evaluation from, Evaluation to, NebSettings settings) {
        if (band.interior().size() != settings.interiorImages()) {
            throw new IllegalArgumentException("the band has " + band.interior().size()
                    + " interior images, the settings ask for " + settings.interiorImages());
        }
        return new PathSearch(band, from, to, settings);
    }

    private static Optimizer optimizer(NebSettings.Optimizer kind, Vector position) {
        return switch (kind) {
            case ODE -> Ode12r.start(position);
            case FIRE -> Fire.start(position);
            case LBFGS -> Guarded.start(position);
        };
    }

    @Override
    public List<Structure> wanted() {
        return attention.wanted(next().interior());
    }

    /// Which images those are, counted from the first endpoint, which is 0.
    List<Integer> wantedImages() {
        return attention.wanted(
                IntStream.rangeClosed(1, settings.interiorImages()).boxed().toList());
    }

    private Band next() {
        return band.withInteriorPositions(optimizer.position());
    }

    @Override
    public PathSearch advance(List<Evaluation> fresh) {
        if (isFinished()) {
            throw new IllegalStateException("the search has ended: " + status);
        }
        EvaluatedBand evaluated = new EvaluatedBand(next(), withEndpoints(attention.completed(fresh, known())));
        return new PathSearch(this, fresh.size(), move(evaluated));
    }

    private Move move(EvaluatedBand evaluated) {
        NebForces before = NebForces.of(evaluated, settings.springs(), climb.image(evaluated));
        Climb after = climb.after(evaluated, before.fmax(), settings.fmax());
        boolean beginsToClimb = !after.getClass().equals(climb.getClass());
        if (!beginsToClimb) {
            return move(evaluated, before, after, optimizer);
        }
        NebForces climbing = NebForces.of(evaluated, settings.springs(), after.image(evaluated));
        return move(evaluated, climbing, after, optimizer.restartedAt(optimizer.position()));
    }

    private Move move(EvaluatedBand evaluated, NebForces forces, Climb after, Optimizer at) {
        Kept here = new Kept.Known(evaluated, forces);
        Status reached = reached(evaluated, forces);
        if (reached instanceof Status.Converged || reached instanceof Status.NoSaddle) {
            return new Move(at, after, attention, here, reached);
        }
        Optimizer next = at.advance(forces.field());
        Status status = unconverged(forces, next);
        if (!next.isLastKept()) {
            // Where the band goes back to, its images stand elsewhere, and nothing is known of them any more.
            return new Move(next, after, Attention.everywhere(settings.interiorImages()), kept, status);
        }
        Attention still = attention.after(forces, settings.fmax());
        Vector position = still.held(next.position(), at.position());
        return new Move(next.tryingAt(position), after, still, here, status);
    }

    private List<Evaluation> known() {
        return switch (kept) {
            case Kept.Nothing _ -> List.of();
            case Kept.Known known -> known.evaluated().evaluations().subList(1, settings.interiorImages() + 1);
        };
    }

    private Status reached(EvaluatedBand evaluated, NebForces forces) {
        if (!(forces.fmax() < settings.fmax())) {
            return new Status.Searching();
        }
        boolean climbs = forces.climbing().isPresent() || settings.climbing() == NebSettings.Climbing.NEVER;
        if (climbs) {
            return new Status.Converged();
        }
        return evaluated.hasSummit() ? new Status.Searching() : new Status.NoSaddle();
    }

    private Status unconverged(NebForces forces, Optimizer next) {
        if (!(forces.fmax() < ABSURD_FORCE)) {
            return new Status.Diverged(String.format(
                    "the NEB force reached %.3g eV/Angstrom in iteration %d: the images are torn apart or atoms"
                            + " overlap; look at the endpoints and the starting band",
                    forces.fmax(), iteration + 1));
        }
        if (next.isStalled()) {
            return new Status.Diverged(String.format(
                    "no step makes the NEB forces smaller than %.3g eV/Angstrom: the forces are noisy, or not the"
                            + " gradient of the energies",
                    forces.fmax()));
        }
        return iteration + 1 >= settings.maxIterations() ? new Status.Exhausted() : new Status.Searching();
    }

    private List<Evaluation> withEndpoints(List<Evaluation> interior) {
        List<Evaluation> all = new ArrayList<>();
        all.add(from);
        all.addAll(interior);
        all.add(to);
        return all;
    }

    @Override
    public Status status() {
        return status;
    }

    /// Whether the search has ended without convergence; [#status()] says why.
    public boolean isExhausted() {
        return isFinished() && !isConverged();
    }

    /// The largest per-atom norm of the NEB force over interior images, eV/Angstrom.
    @Override
    public double fmax() {
        return switch (kept) {
            case Kept.Nothing _ -> Double.POSITIVE_INFINITY;
            case Kept.Known known -> known.forces().fmax();
        };
    }

    /// Rounds so far, steps that were taken back included.
    @Override
    public int rounds() {
        return iteration;
    }

    @Override
    public int forceEvaluations() {
        return evaluations;
    }

    /// What is known of the images of [#band()], endpoints included, once there was a round.
    public List<Evaluation> evaluations() {
        return switch (kept) {
            case Kept.Nothing _ -> throw new IllegalStateException("no band has been evaluated yet");
            case Kept.Known known -> known.evaluated().evaluations();
        };
    }

    /// The image that climbs now, counted from the first endpoint, which is 0.
    public OptionalInt climbingImage() {
        return switch (kept) {
            case Kept.Nothing _ -> OptionalInt.empty();
            case Kept.Known known -> known.forces().climbing();
        };
    }

    /// A plain band knows its barriers once it has converged, and before that not how far off they are.
    @Override
    public Estimate estimate() {
        double uncertainty = isConverged() ? 0 : Double.POSITIVE_INFINITY;
        return switch (kept) {
            case Kept.Nothing _ -> new Estimate(Double.NaN, Double.NaN, uncertainty, OptionalInt.empty());
            case Kept.Known _ ->
                new Estimate(path().barrierForward(), path().barrierReverse(), uncertainty, OptionalInt.empty());
        };
    }

    /// The band kept last.
    @Override
    public Band band() {
        return switch (kept) {
            case Kept.Nothing _ -> band;
            case Kept.Known known -> known.evaluated().band();
        };
    }

    @Override
    public MinimumEnergyPath path() {
        return switch (kept) {
            case Kept.Nothing _ -> throw new IllegalStateException("no band has been evaluated yet");
            case Kept.Known known -> MinimumEnergyPath.of(known.evaluated(), known.forces(), convergence());
        };
    }

    @Override
    public List<Double> uncertainties() {
        return Collections.nCopies(band.images().size(), 0.0);
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    private MinimumEnergyPath.Convergence convergence() {
        return switch (status) {
            case Status.Converged _ when climbingImage().isPresent() -> MinimumEnergyPath.Convergence.SADDLE;
            case Status.Converged _, Status.NoSaddle _ -> MinimumEnergyPath.Convergence.PATH;
            case Status.Searching _, Status.Exhausted _, Status.WrongOrder _, Status.Diverged _ ->
                MinimumEnergyPath.Convergence.NONE;
        };
    }
}
