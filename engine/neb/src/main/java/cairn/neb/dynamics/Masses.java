package cairn.neb.dynamics;

import cairn.structure.Element;
import cairn.structure.Structure;

/// The masses of the atoms (amu) and how many degrees of freedom they have; an atom that is held fixed has none.
final class Masses {
    private final double[] amu;
    private final int free;

    private Masses(double[] amu, int free) {
        this.amu = amu;
        this.free = free;
    }

    static Masses of(Structure structure) {
        double[] amu =
                structure.species().stream().mapToDouble(Element::massAmu).toArray();
        int free = 0;
        for (int atom = 0; atom < amu.length; atom++) {
            if (structure.constraints().isFixed(atom)) {
                amu[atom] = Double.POSITIVE_INFINITY;
            } else {
                free++;
            }
        }
        return new Masses(amu, free);
    }

    int count() {
        return amu.length;
    }

    /// Infinite for an atom that is held fixed.
    double of(int atom) {
        return amu[atom];
    }

    /// Whether momentum is conserved: a fixed atom takes it up.
    boolean isDriftFree() {
        return free == amu.length;
    }

    /// Without those of the motion as a whole, where nothing holds it.
    int degreesOfFreedom() {
        return 3 * free - (isDriftFree() ? 3 : 0);
    }
}
