package cairn.neb.curvature;

import cairn.neb.Observation;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// What evaluations a step away from an evaluated structure say of the curvature along one direction: one step, or
/// where that leaves the sign in doubt, one to either side.
///
/// With e(s) = E + g s + c s^2/2 + d s^3/6 along the direction, the difference of the slopes over the step gives
/// c + d s/2, and together with the energies c itself. Where both have one sign, the cubic term does not matter.
record Probe(Observation origin, Vector direction, List<Evaluation> sides) {
    /// How far the atom that moves most is moved, Angstrom: far enough that noise of forces (eV/Angstrom) does not
    /// matter.
    private static final double STEP = 0.1;

    /// Directions with a cosine above this are one.
    private static final double ALIKE = 0.9;

    enum Verdict {
        FALLS,
        DOES_NOT_FALL,
        IN_DOUBT
    }

    Probe {
        sides = List.copyOf(sides);
    }

    static Probe along(Observation origin, Vector direction) {
        return new Probe(origin, direction.unit(), List.of());
    }

    Probe with(Evaluation side) {
        List<Evaluation> more = new ArrayList<>(sides);
        more.add(side);
        return new Probe(origin, direction, more);
    }

    /// Forward first, then back.
    Structure wanted() {
        return Steps.moved(origin.structure(), sides.isEmpty() ? step() : -step(), direction);
    }

    private double step() {
        return STEP / direction.largestAtomNorm();
    }

    Verdict verdict() {
        double one = sides.size() == 2 ? curvature() : secant();
        double other = sides.size() == 2 ? curvature() : cubic();
        if (Math.max(one, other) < -SaddleCheck.SOFT) {
            return Verdict.FALLS;
        }
        return Math.min(one, other) >= -SaddleCheck.SOFT ? Verdict.DOES_NOT_FALL : Verdict.IN_DOUBT;
    }

    /// eV/Angstrom^2.
    double curvature() {
        return product().dot(direction);
    }

    /// The Hessian times the direction.
    private Vector product() {
        Vector forward = Steps.forces(sides.getFirst());
        return sides.size() == 2
                ? Steps.forces(sides.getLast()).minus(forward).times(1 / (2 * step()))
                : Steps.forces(origin.evaluation()).minus(forward).times(1 / step());
    }

    private double secant() {
        return curvature();
    }

    private double cubic() {
        double rise = sides.getFirst().energyEv() - origin.evaluation().energyEv();
        double here = -Steps.forces(origin.evaluation()).dot(direction);
        double there = -Steps.forces(sides.getFirst()).dot(direction);
        return 6 * rise / (step() * step()) - (4 * here + 2 * there) / step();
    }

    /// The curvature across a mode that falls, once that mode gives way: the Schur complement of the Hessian in the
    /// plane of both. Where it is negative, the energy falls in all of that plane.
    double curvatureBeside(Mode falling) {
        double shared = direction.dot(falling.direction());
        double coupled = product().dot(falling.direction());
        double length = 1 - shared * shared;
        double across = (curvature() - 2 * shared * coupled + shared * shared * falling.curvature()) / length;
        double mixed = coupled - shared * falling.curvature();
        return across - mixed * mixed / (length * falling.curvature());
    }

    /// The direction towards the side on which the energy is lower.
    Vector downhill() {
        double even = sides.size() == 2
                ? (sides.getFirst().energyEv() + sides.getLast().energyEv()) / 2
                : origin.evaluation().energyEv() + cubic() * step() * step() / 2;
        return sides.getFirst().energyEv() > even ? direction.times(-1) : direction;
    }

    boolean isOf(Observation other) {
        return origin.equals(other);
    }

    boolean isAlong(Vector other) {
        return Math.abs(direction.dot(other.unit())) > ALIKE;
    }
}
