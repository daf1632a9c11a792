package cairn.neb.curvature;

import cairn.neb.Band;
import cairn.neb.Cells;
import cairn.neb.Estimate;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;
import java.util.OptionalInt;

/// A path search that, once it has converged, has its saddle point proven on true forces: a [SaddleCheck] goes on until
/// the signs of the two lowest curvatures are certain.
///
/// It ends as the search that it was made of does, but for two: a saddle point with exactly one negative mode is
/// [Convergence#VERIFIED], and a search that has converged to anything else ends as [Status.WrongOrder]. A path whose
/// images were not to climb has no saddle point to prove, and stays as it is.
///
/// Paths of states: Awaited until the search has converged; then Sought, until the check is certain.
public final class VerifiedSearch implements Search {
    /// The proof of the saddle point.
    private sealed interface Proof {
        /// There is nothing to prove yet, or ever.
        record Awaited() implements Proof {}

        record Sought(SaddleCheck check) implements Proof {}
    }

    private final Search search;
    private final Proof proof;

    private VerifiedSearch(Search search, Proof proof) {
        this.search = search;
        this.proof = proof;
    }

    /// A search, of which the saddle point will be proven. The cell is not asked for curvatures, so it must not move.
    public static VerifiedSearch of(Search search) {
        if (search.band().cells() instanceof Cells.Free) {
            throw new IllegalArgumentException("the saddle point of a band with free cells cannot be verified");
        }
        return awaiting(search);
    }

    private static VerifiedSearch awaiting(Search search) {
        boolean converged = search.isConverged() && search.path().convergence() == MinimumEnergyPath.Convergence.SADDLE;
        return new VerifiedSearch(
                search, converged ? new Proof.Sought(SaddleCheck.complete(saddle(search))) : new Proof.Awaited());
    }

    private static Structure saddle(Search search) {
        return search.band().images().get(search.path().highestImage());
    }

    @Override
    public List<Structure> wanted() {
        return switch (proof) {
            case Proof.Awaited _ -> search.wanted();
            case Proof.Sought(SaddleCheck check) -> check.isFinished() ? List.of() : check.wanted();
        };
    }

    @Override
    public VerifiedSearch advance(List<Evaluation> evaluations) {
        return switch (proof) {
            case Proof.Awaited _ -> awaiting(search.advance(evaluations));
            case Proof.Sought(SaddleCheck check) ->
                new VerifiedSearch(search, new Proof.Sought(check.advance(evaluations)));
        };
    }

    @Override
    public Status status() {
        return switch (proof) {
            case Proof.Awaited _ -> search.status();
            case Proof.Sought(SaddleCheck check) -> status(check);
        };
    }

    private Status status(SaddleCheck check) {
        if (!check.isFinished()) {
            return new Status.Searching();
        }
        return check.isSaddlePoint() ? search.status() : Status.WrongOrder.of(check.negativeModes());
    }

    @Override
    public MinimumEnergyPath path() {
        return switch (proof) {
            case Proof.Awaited _ -> search.path();
            case Proof.Sought(SaddleCheck check) -> path(check);
        };
    }

    private MinimumEnergyPath path(SaddleCheck check) {
        MinimumEnergyPath path = search.path();
        if (!check.isFinished()) {
            return path;
        }
        return check.isSaddlePoint() ? path.verified() : path.refuted();
    }

    @Override
    public int rounds() {
        return switch (proof) {
            case Proof.Awaited _ -> search.rounds();
            case Proof.Sought(SaddleCheck check) -> search.rounds() + check.products();
        };
    }

    @Override
    public int forceEvaluations() {
        return switch (proof) {
            case Proof.Awaited _ -> search.forceEvaluations();
            case Proof.Sought(SaddleCheck check) -> search.forceEvaluations() + check.evaluations();
        };
    }

    @Override
    public double fmax() {
        return search.fmax();
    }

    /// That of the search; nobody knows beforehand how long a proof takes.
    @Override
    public Estimate estimate() {
        Estimate known = search.estimate();
        OptionalInt left = isFinished() || proof instanceof Proof.Awaited ? known.roundsLeft() : OptionalInt.empty();
        return new Estimate(known.barrierForward(), known.barrierReverse(), known.uncertainty(), left);
    }

    @Override
    public Band band() {
        return search.band();
    }

    @Override
    public List<Double> uncertainties() {
        return search.uncertainties();
    }

    @Override
    public boolean isPlain() {
        return search.isPlain();
    }
}
