package cairn.neb.surrogate.basis;

import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What all structures of one search have in common: cell, elements, and which atoms move.
///
/// Elements are numbered in the order in which they appear. A vector over free atoms leaves the fixed ones out.
public final class Sites {
    /// The closest contact of two elements counts as seen if it is no farther than this many covalent distances.
    private static final double FARTHEST_CONTACT = 1.25;
    /// And no closer than this many.
    private static final double CLOSEST_CONTACT = 0.85;
    /// Where contacts are looked for, Angstrom.
    private static final double SEARCHED = 5;

    final Cell cell;
    final int count;
    final int elements;
    /// Densities around each atom: of each element in each radial channel.
    final int channels;
    final int[] kind;
    final boolean[] free;
    /// The free atoms, in rising order.
    final int[] movers;
    private final int[] places;
    private final double[] contacts;

    private Sites(Structure structure, List<Element> kinds) {
        cell = structure.cell();
        count = structure.count();
        elements = kinds.size();
        channels = elements * RadialChannels.COUNT;
        kind = structure.species().stream().mapToInt(kinds::indexOf).toArray();
        free = new boolean[count];
        int moving = 0;
        int[] all = new int[count];
        places = new int[count];
        for (int atom = 0; atom < count; atom++) {
            places[atom] = 3 * moving;
            free[atom] = !structure.constraints().isFixed(atom);
            all[moving] = atom;
            moving += free[atom] ? 1 : 0;
        }
        movers = Arrays.copyOf(all, moving);
        contacts = covalent(kinds);
    }

    /// The sites of a band between two structures; its contact distances are theirs.
    public static Sites between(Structure from, Structure to) {
        List<Element> kinds = new ArrayList<>();
        from.species().forEach(element -> {
            if (!kinds.contains(element)) {
                kinds.add(element);
            }
        });
        Sites sites = new Sites(from, kinds);
        sites.setContacts(from.positions().toArray(), to.positions().toArray());
        return sites;
    }

    private static double[] covalent(List<Element> kinds) {
        double[] sums = new double[kinds.size() * kinds.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = kinds.get(i / kinds.size()).covalentRadiusAng()
                    + kinds.get(i % kinds.size()).covalentRadiusAng();
        }
        return sums;
    }

    private void setContacts(double[]... images) {
        double[] nearest = new double[contacts.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (double[] image : images) {
            Neighbours pairs = Neighbours.of(cell, image, (_, _) -> SEARCHED, 0);
            for (int pair = 0; pair < pairs.count; pair++) {
                int contact = contact(pairs.first[pair], pairs.second[pair]);
                nearest[contact] = Math.min(nearest[contact], pairs.distance(pair, image));
            }
        }
        for (int a = 0; a < elements; a++) {
            for (int b = 0; b < elements; b++) {
                double seen = nearest[Math.min(a, b) * elements + Math.max(a, b)];
                int contact = a * elements + b;
                contacts[contact] =
                        Math.clamp(seen, CLOSEST_CONTACT * contacts[contact], FARTHEST_CONTACT * contacts[contact]);
            }
        }
    }

    private int contact(int one, int other) {
        return Math.min(kind[one], kind[other]) * elements + Math.max(kind[one], kind[other]);
    }

    /// The distance at which atoms of two kinds touch, Angstrom: the unit of distances between them.
    double contactOf(int kind, int otherKind) {
        return contacts[kind * elements + otherKind];
    }

    /// How far two atoms feel each other, Angstrom.
    double reach(int one, int other) {
        return PairSplines.LAST * contactOf(kind[one], kind[other]);
    }

    /// How far two atoms feel each other of which one moves at least; less than nothing for others.
    double reachOfMoving(int one, int other) {
        return free[one] || free[other] ? reach(one, other) : -1;
    }

    /// How far two atoms feel each other that do not move; less than nothing for others.
    double reachOfFixed(int one, int other) {
        return free[one] || free[other] ? -1 : reach(one, other);
    }

    /// Where a free atom's components begin in a vector over free atoms.
    int place(int atom) {
        return places[atom];
    }

    /// Where the multipole of an atom's density in one channel begins.
    int pole(int atom, int channel) {
        return (atom * channels + channel) * Multipoles.WIDTH;
    }

    /// The same for the density that neighbours of one kind make in a radial channel.
    int pole(int atom, int kind, int radial) {
        return pole(atom, kind * RadialChannels.COUNT + radial);
    }

    /// Degrees of freedom.
    public int dimension() {
        return 3 * movers.length;
    }

    /// The components of the free atoms.
    public double[] freeOf(double[] all) {
        double[] parts = new double[dimension()];
        for (int i = 0; i < movers.length; i++) {
            System.arraycopy(all, 3 * movers[i], parts, 3 * i, 3);
        }
        return parts;
    }

    /// Where the free atoms are. Where no atom is fixed only where they are to each other: a crystal moved as a whole
    /// is the same, and must not look new, nor may the surrogate push it anywhere.
    public double[] placeOf(double[] positions) {
        double[] place = freeOf(positions);
        boolean free = movers.length == count && count > 1;
        return free ? Vector.of(place).withoutTranslation(count).toArray() : place;
    }

    /// A vector over all atoms that is zero at the fixed ones.
    public double[] spread(double[] parts) {
        double[] all = new double[3 * count];
        for (int i = 0; i < movers.length; i++) {
            System.arraycopy(parts, 3 * i, all, 3 * movers[i], 3);
        }
        return all;
    }
}
