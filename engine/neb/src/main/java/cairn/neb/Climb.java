package cairn.neb;

import java.util.OptionalInt;

/// Whether the highest image climbs yet.
///
/// A raw band must not climb: its highest image may be a clash and not the saddle (measured on Li in Si with 0.05
/// Angstrom of noise: FIRE and BFGS climbed to 34 eV and 0.69 eV instead of 0.554 eV). So it waits until the forces
/// are small and the same image has stayed the highest one.
sealed interface Climb {
    /// Largest NEB force with which climbing may begin, eV/Angstrom.
    double SETTLED_FORCE = 0.5;
    /// Evaluations in a row in which the same image must be the highest.
    int SETTLED_EVALUATIONS = 2;

    /// Not yet: `highest` has been the highest image for `evaluations` bands in a row.
    record Waiting(int highest, int evaluations) implements Climb {}

    /// From now on the highest image climbs, whichever it is.
    record Climbing() implements Climb {}

    record Never() implements Climb {}

    static Climb start(NebSettings.Climbing climbing) {
        return switch (climbing) {
            case NEVER -> new Never();
            case FROM_START -> new Climbing();
            case WHEN_SETTLED -> new Waiting(0, 0);
        };
    }

    /// After one more band, with `fmax` the largest NEB force on it while nothing climbs.
    default Climb after(EvaluatedBand evaluated, double fmax, double wantedFmax) {
        if (!(this instanceof Waiting waiting)) {
            return this;
        }
        int highest = evaluated.highest();
        int inARow = highest == waiting.highest() ? waiting.evaluations() + 1 : 1;
        boolean settled = fmax < SETTLED_FORCE && inARow >= SETTLED_EVALUATIONS;
        return evaluated.hasSummit() && (settled || fmax < wantedFmax) ? new Climbing() : new Waiting(highest, inARow);
    }

    /// The image that climbs, if one does.
    default OptionalInt image(EvaluatedBand evaluated) {
        return this instanceof Climbing && evaluated.hasSummit()
                ? OptionalInt.of(evaluated.highest())
                : OptionalInt.empty();
    }
}
