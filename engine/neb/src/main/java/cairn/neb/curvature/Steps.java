package cairn.neb.curvature;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;

/// Steps of whole structures along directions over all atoms.
final class Steps {
    private Steps() {}

    static Structure moved(Structure structure, double step, Vector direction) {
        Vector positions = Vector.of(structure.positions().toArray()).plus(step, direction);
        return structure.withPositions(Positions.of(positions.toArray()));
    }

    static Vector forces(Evaluation evaluation) {
        return Vector.of(evaluation.forces().toArray());
    }
}
