package cairn.neb.curvature;

import cairn.neb.optimize.Vector;
import cairn.structure.Structure;
import java.util.List;

/// A mode of a structure as a model has it, and how far off its curvature may be: one standard deviation,
/// eV/Angstrom^2.
record Suspect(Mode mode, double deviation) {
    /// How many deviations a curvature may be off. At the saddle points of `engine/bench/neb-vs-peers` the second
    /// lowest was off by less than 2.5, but by 4.4 in COCu111: this is cautious, not certain.
    private static final double DEVIATIONS = 3;
    /// Products of the model's Hessian with a direction: its lowest modes are known then, and it costs no evaluation.
    private static final int PRODUCTS = 60;
    /// Modes that are looked at.
    private static final int LOWEST = 10;
    /// Angstrom, over all atoms together: where the model's uncertainty is looked at.
    private static final double STEP = 0.2;

    /// The lowest modes, lowest first.
    static List<Suspect> of(Structure structure, Model model) {
        SaddleCheck check = SaddleCheck.exact(structure, PRODUCTS);
        while (!check.isFinished()) {
            check = check.advance(
                    check.wanted().parallelStream().map(model::evaluate).toList());
        }
        return check.modes(LOWEST).stream()
                .map(mode -> new Suspect(mode, deviation(mode, structure, model)))
                .toList();
    }

    /// Energy and slope have been evaluated, so what becomes uncertain over a step s is s^2/2 times the curvature.
    private static double deviation(Mode mode, Structure structure, Model model) {
        double here = model.uncertainty(structure);
        double there = model.uncertainty(Steps.moved(structure, STEP, mode.direction()));
        return 2 * Math.sqrt(Math.max(0, there * there - here * here)) / (STEP * STEP);
    }

    /// The curvature that a model has along a direction.
    static double curvature(Structure structure, Vector direction, Model model) {
        Vector forward = Steps.forces(model.evaluate(Steps.moved(structure, STEP / 2, direction)));
        Vector back = Steps.forces(model.evaluate(Steps.moved(structure, -STEP / 2, direction)));
        return back.minus(forward).dot(direction) / (STEP * direction.dot(direction));
    }

    double lowest() {
        return mode.curvature() - DEVIATIONS * deviation;
    }

    boolean falls() {
        return mode.curvature() + DEVIATIONS * deviation < 0;
    }

    boolean mayFall() {
        return lowest() < -SaddleCheck.SOFT;
    }
}
