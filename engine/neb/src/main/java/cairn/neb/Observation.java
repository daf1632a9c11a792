package cairn.neb;

import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// A structure, and what a calculation says of it.
public record Observation(Structure structure, Evaluation evaluation) {
    public Observation {
        if (evaluation.forces().count() != structure.count()) {
            throw new IllegalArgumentException(
                    "forces on " + evaluation.forces().count() + " atoms for a structure of " + structure.count());
        }
    }
}
