package cairn.structure.distance;

import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.List;
import java.util.Random;

/// Small random displacements, which take a structure off a saddle point that its symmetry holds it on.
///
/// Each component of each displacement is normal with this deviation (Angstrom). Atoms of other elements than those
/// named stay; with no element named all move. The same seed gives the same displacements: the generator is that which
/// the documentation of `java.util.Random` fixes.
public record Rattle(double deviationAng, List<Element> elements, long seed) {
    /// No two atoms of a relaxed structure are closer than this share of the sum of their covalent radii.
    private static final double TOO_CLOSE = 0.7;

    /// Displacements drawn for one atom before it is left where it is.
    private static final int TRIES = 100;

    public Rattle {
        if (!(deviationAng > 0)) {
            throw new IllegalArgumentException("a rattle moves atoms, not by " + deviationAng);
        }
        elements = List.copyOf(elements);
    }

    /// The structure with its atoms displaced one after another, none into another.
    public Structure of(Structure structure) {
        Random random = new Random(seed);
        Structure rattled = structure;
        for (int atom = 0; atom < structure.count(); atom++) {
            rattled = displaced(rattled, atom, random);
        }
        return rattled;
    }

    private Structure displaced(Structure structure, int atom, Random random) {
        for (int attempt = 0; moves(structure, atom) && attempt < TRIES; attempt++) {
            Structure moved = moved(structure, atom, random);
            if (isFree(moved, atom)) {
                return moved;
            }
        }
        return structure;
    }

    private boolean moves(Structure structure, int atom) {
        return !structure.constraints().isFixed(atom)
                && (elements.isEmpty() || elements.contains(structure.species().get(atom)));
    }

    private Structure moved(Structure structure, int atom, Random random) {
        double[] positions = structure.positions().toArray();
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * atom + axis] += deviationAng * random.nextGaussian();
        }
        return structure.withPositions(Positions.of(positions));
    }

    private static boolean isFree(Structure structure, int atom) {
        double radius = structure.species().get(atom).covalentRadiusAng();
        for (int other = 0; other < structure.count(); other++) {
            double sum = radius + structure.species().get(other).covalentRadiusAng();
            if (other != atom && structure.distance(atom, other) < TOO_CLOSE * sum) {
                return false;
            }
        }
        return true;
    }
}
