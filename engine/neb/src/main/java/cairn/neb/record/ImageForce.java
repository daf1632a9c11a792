package cairn.neb.record;

import cairn.neb.optimize.Vector;
import cairn.structure.Forces;
import cairn.structure.band.RecordedForces;
import java.util.OptionalDouble;

/// The force on one image, split at the tangent: what is known of it along and across the path (eV/Angstrom).
sealed interface ImageForce {
    /// The true force on the free atoms.
    record Whole(Vector force, Vector tangent) implements ImageForce {}

    /// Only its part across the path.
    record Across(Vector force) implements ImageForce {}

    record Missing() implements ImageForce {}

    /// What the recorded forces tell of an image. An endpoint has no springs, so its nudged force is the true one; that
    /// of a climbing image is the true one turned round along the path, which turns back.
    static ImageForce of(RecordedForces recorded, Vector tangent, Geometry geometry, Nudge nudge) {
        return switch (recorded) {
            case RecordedForces.True(Forces forces) -> new Whole(free(forces, geometry), tangent);
            case RecordedForces.Nudged(Forces forces) -> nudged(free(forces, geometry), tangent, nudge);
            case RecordedForces.Projected(Forces forces, double along) ->
                projected(free(forces, geometry), tangent, along);
            case RecordedForces.Unknown _ -> new Missing();
        };
    }

    private static ImageForce projected(Vector force, Vector tangent, double along) {
        return new Whole(force.plus(along - force.dot(tangent), tangent), tangent);
    }

    /// How a band changes the force on an image before it moves it.
    enum Nudge {
        NONE,
        SPRINGS,
        CLIMB
    }

    private static ImageForce nudged(Vector force, Vector tangent, Nudge nudge) {
        double along = force.dot(tangent);
        return switch (nudge) {
            case NONE -> new Whole(force, tangent);
            case SPRINGS -> new Across(force.plus(-along, tangent));
            case CLIMB -> new Whole(force.plus(-2 * along, tangent), tangent);
        };
    }

    private static Vector free(Forces forces, Geometry geometry) {
        return geometry.free(Vector.of(forces.toArray()));
    }

    /// The slope of the energy along the path: minus the force along the tangent.
    default OptionalDouble slope() {
        return switch (this) {
            case Whole(Vector force, Vector tangent) -> OptionalDouble.of(-force.dot(tangent));
            case Across _, Missing _ -> OptionalDouble.empty();
        };
    }

    default Reading fmaxAcross() {
        return switch (this) {
            case Whole(Vector force, Vector tangent) ->
                new Reading.Of(force.plus(-force.dot(tangent), tangent).largestAtomNorm());
            case Across(Vector force) -> new Reading.Of(force.largestAtomNorm());
            case Missing _ -> new Reading.Missing();
        };
    }

    default Reading fmaxWhole() {
        return switch (this) {
            case Whole(Vector force, Vector _) -> new Reading.Of(force.largestAtomNorm());
            case Across _, Missing _ -> new Reading.Missing();
        };
    }
}
