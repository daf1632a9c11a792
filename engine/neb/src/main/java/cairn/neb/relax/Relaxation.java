package cairn.neb.relax;

import cairn.neb.coordinates.Deformation;
import cairn.neb.optimize.Lbfgs;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// The relaxation of one structure, at rest between two evaluations: L-BFGS on atoms and, where it is free, the cell.
///
/// Evaluate [#structure()], hand the result to [#advance], and go on until it is converged or exhausted. A step that
/// raises the energy is taken back and tried again shorter, so the energy of what is kept never rises by more than
/// rounding does. Every step is a combination of forces, so a symmetric structure stays symmetric.
public final class Relaxation {
    /// A rise of the energy by this much per atom, eV, is taken for the noise of the code and accepted.
    private static final double ENERGY_NOISE_PER_ATOM = 1e-5;
    /// After this many shorter steps in a row the fault is not the step's: the forces do not fit the energy.
    private static final int SHORTER_STEPS = 8;

    /// The point of lowest energy so far, or none yet.
    private sealed interface Kept {
        record Nothing() implements Kept {}

        record Known(Vector point, Evaluation evaluation) implements Kept {}
    }

    private final Deformation deformation;
    private final RelaxSettings settings;
    private final Lbfgs optimizer;
    private final Kept kept;
    private final int steps;
    private final int shorterSteps;

    private Relaxation(
            Deformation deformation, RelaxSettings settings, Lbfgs optimizer, Kept kept, int steps, int shorterSteps) {
        this.deformation = deformation;
        this.settings = settings;
        this.optimizer = optimizer;
        this.kept = kept;
        this.steps = steps;
        this.shorterSteps = shorterSteps;
    }

    public static Relaxation start(Structure structure, RelaxSettings settings) {
        Deformation deformation = new Deformation(structure, settings.cellFree());
        return new Relaxation(deformation, settings, Lbfgs.start(deformation.start()), new Kept.Nothing(), 0, 0);
    }

    /// The structure to evaluate next; once converged, the relaxed one.
    public Structure structure() {
        return deformation.at(isConverged() ? known().point() : optimizer.position());
    }

    /// The relaxation after the evaluation of [#structure()].
    public Relaxation advance(Evaluation evaluation) {
        if (isConverged() || isExhausted()) {
            throw new IllegalStateException("the relaxation has ended after " + steps + " steps");
        }
        Vector point = optimizer.position();
        if (isUphill(evaluation)) {
            return new Relaxation(deformation, settings, optimizer.takenBack(), kept, steps + 1, shorterSteps + 1);
        }
        Lbfgs next = optimizer.advanceKeeping(deformation.force(point, evaluation));
        return new Relaxation(deformation, settings, next, new Kept.Known(point, evaluation), steps + 1, 0);
    }

    private boolean isUphill(Evaluation evaluation) {
        return switch (kept) {
            case Kept.Nothing _ -> false;
            case Kept.Known known ->
                evaluation.energyEv()
                        > known.evaluation().energyEv()
                                + ENERGY_NOISE_PER_ATOM
                                        * deformation.reference().count();
        };
    }

    public boolean isConverged() {
        return kept instanceof Kept.Known && fmax() < settings.fmax() && !(stressMax() > settings.stressMax());
    }

    /// Whether the relaxation has ended without convergence: its steps are used up, or none of them helps any more.
    public boolean isExhausted() {
        return !isConverged() && (steps >= settings.maxSteps() || shorterSteps > SHORTER_STEPS);
    }

    /// The largest force on a free atom at the point kept last, eV/Angstrom; infinite before the first evaluation.
    public double fmax() {
        return kept instanceof Kept.Known known ? deformation.fmax(known.evaluation()) : Double.POSITIVE_INFINITY;
    }

    /// The largest stress component, eV/Angstrom^3; infinite before the first evaluation, 0 with a fixed cell.
    public double stressMax() {
        return kept instanceof Kept.Known known ? deformation.stressMax(known.evaluation()) : Double.POSITIVE_INFINITY;
    }

    /// Evaluations so far.
    public int steps() {
        return steps;
    }

    /// What the calculation said of the point kept last.
    public Evaluation evaluation() {
        return known().evaluation();
    }

    private Kept.Known known() {
        return switch (kept) {
            case Kept.Nothing _ -> throw new IllegalStateException("nothing has been evaluated yet");
            case Kept.Known known -> known;
        };
    }
}
