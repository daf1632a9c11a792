package cairn.structure.distance;

import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pairs of atoms in a periodic structure. The work grows with the number of atoms, not with its square.
public final class Neighbours {
    /// Room for rounding where a bound is reached exactly, as in an fcc crystal.
    private static final double SLACK = 1 + 1e-9;

    private Neighbours() {}

    /// Receives a pair of atoms, `one <= other`.
    @FunctionalInterface
    public interface PairVisitor {
        void visit(int one, int other, double distanceAng);
    }

    /// Visits every pair of atoms within the cutoff (Angstrom): each pair of images once for different
    /// atoms, and an atom with its own image twice, once in each direction.
    public static void within(Structure structure, double cutoffAng, PairVisitor visitor) {
        new CellList(structure, cutoffAng).forEachPair(visitor);
    }

    /// The closest two atoms, images included: even a single atom is close to its own image.
    public static Contact closest(Structure structure) {
        if (structure.count() == 0) {
            throw new IllegalArgumentException("a structure without atoms has no closest pair");
        }
        List<Contact> contacts = new ArrayList<>();
        within(structure, bound(structure), (one, other, distance) -> {
            if (contacts.isEmpty() || distance < contacts.getLast().distanceAng()) {
                contacts.add(new Contact(one, other, distance));
            }
        });
        return contacts.getLast();
    }

    /// The contacts shorter than a share of the sum of the two covalent radii, closest first. Below a share
    /// of 0.7 no two atoms are in any relaxed structure.
    public static List<Contact> shorterThan(double shareOfRadii, Structure structure) {
        if (structure.count() == 0) {
            return List.of();
        }
        List<Contact> contacts = new ArrayList<>();
        within(structure, 2 * shareOfRadii * largestRadius(structure), (one, other, distance) -> {
            if (distance < shareOfRadii * (radius(structure, one) + radius(structure, other))) {
                contacts.add(new Contact(one, other, distance));
            }
        });
        contacts.sort(Comparator.comparingDouble(Contact::distanceAng));
        return contacts;
    }

    /// No arrangement of points has its closest pair farther apart than the densest packing of spheres:
    /// (sqrt(2) V/N)^(1/3), proven by Hales, Ann. Math. 162, 1065 (2005).
    private static double bound(Structure structure) {
        double packed = Math.cbrt(Math.sqrt(2) * structure.cell().volume() / structure.count());
        return SLACK * Math.min(packed, structure.cell().shortestLatticeVector());
    }

    private static double largestRadius(Structure structure) {
        return structure.composition().counts().keySet().stream()
                .mapToDouble(Element::covalentRadiusAng)
                .max()
                .orElse(0);
    }

    private static double radius(Structure structure, int atom) {
        return structure.species().get(atom).covalentRadiusAng();
    }
}
