package cairn.neb.curvature;

import cairn.neb.optimize.Vector;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// How the free atoms of a structure can move against each other and against the fixed ones.
///
/// Where no atom is fixed, translations of the whole cost nothing and are no motions here; of a molecule far from its
/// periodic images, rotations are none either.
final class Motions {
    /// Nearer to its images than this, Angstrom, a structure is no molecule.
    private static final double VACUUM = 5;
    /// A motion counts as another one if this part of it is not known yet.
    private static final double OTHER = 1e-6;

    private final Structure structure;
    private final List<Vector> costless;

    private Motions(Structure structure, List<Vector> costless) {
        this.structure = structure;
        this.costless = List.copyOf(costless);
    }

    static Motions of(Structure structure) {
        List<Vector> costless = new ArrayList<>();
        boolean free = structure.constraints().fixedCount() == 0 && structure.count() > 1;
        for (int axis = 0; axis < 3 && free; axis++) {
            add(translation(structure.count(), axis), costless);
        }
        for (int axis = 0; axis < 3 && free && isMolecule(structure); axis++) {
            add(rotation(structure, axis), costless);
        }
        return new Motions(structure, costless);
    }

    private static boolean isMolecule(Structure structure) {
        double widest = 0;
        for (int i = 0; i < structure.count(); i++) {
            for (int j = 0; j < i; j++) {
                double x = structure.positions().x(i) - structure.positions().x(j);
                double y = structure.positions().y(i) - structure.positions().y(j);
                double z = structure.positions().z(i) - structure.positions().z(j);
                widest = Math.max(widest, Math.sqrt(x * x + y * y + z * z));
            }
        }
        return widest + VACUUM < structure.cell().shortestLatticeVector();
    }

    private static Vector translation(int count, int axis) {
        double[] parts = new double[3 * count];
        for (int i = axis; i < parts.length; i += 3) {
            parts[i] = 1;
        }
        return Vector.of(parts);
    }

    /// The axis times the place of each atom; where the origin is does not matter once translations are left out.
    private static Vector rotation(Structure structure, int axis) {
        double[] places = structure.positions().toArray();
        double[] parts = new double[places.length];
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        for (int i = 0; i < places.length; i += 3) {
            parts[i + next] = -places[i + last];
            parts[i + last] = places[i + next];
        }
        return Vector.of(parts);
    }

    private static void add(Vector motion, List<Vector> known) {
        Vector rest = without(known, without(known, motion));
        if (rest.norm() > OTHER * motion.norm()) {
            known.add(rest.unit());
        }
    }

    private static Vector without(List<Vector> known, Vector motion) {
        Vector rest = motion;
        for (Vector one : known) {
            rest = rest.plus(-one.dot(rest), one);
        }
        return rest;
    }

    /// How many independent ones there are.
    int dimension() {
        return 3 * (structure.count() - structure.constraints().fixedCount()) - costless.size();
    }

    /// A vector without the parts of fixed atoms and without what costs nothing.
    Vector allowed(Vector vector) {
        double[] parts = vector.toArray();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = structure.constraints().isFixed(i / 3) ? 0 : parts[i];
        }
        return without(costless, Vector.of(parts));
    }
}
