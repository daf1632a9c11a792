package cairn.neb.surrogate;

import java.util.Arrays;

/// Functions of the positions of all atoms whose linear combinations are interatomic potentials.
///
/// For each pair of elements there are splines of the distance (`PairSplines`); for each element the square roots of
/// its densities (the band energy of the second-moment approximation: Cleri and Rosato, Phys. Rev. B 48, 22, 1993), and
/// the products of two multipoles of its densities, the neighbours of each element and each radial channel apart (as in
/// the modified embedded-atom method: Baskes, Phys. Rev. B 46, 2727, 1992; the linear form is that of Drautz, Phys.
/// Rev.
/// B 99, 014104, 2019). With more than two elements only products within one channel are kept.
final class PotentialBasis {
    /// Keeps the square root of a density smooth where an atom has no neighbours.
    private static final double EMPTY = 1e-3;

    final Sites sites;
    final int channels;
    private final NeighbourLists lists;
    private final int pairs;
    private final int roots;
    private final int[][] product;
    private final int products;
    private final double[] settled;

    /// @param reference positions of all atoms, of which only those of the fixed ones matter
    PotentialBasis(Sites sites, double[] reference) {
        this.sites = sites;
        this.channels = sites.elements * RadialChannels.COUNT;
        this.lists = new NeighbourLists(sites, PairSplines.LAST * sites.longestContact());
        this.pairs = sites.elements * (sites.elements + 1) / 2 * PairSplines.COUNT;
        this.roots = sites.elements * RadialChannels.COUNT;
        this.product = new int[channels][channels];
        int number = 0;
        for (int c = 0; c < channels; c++) {
            for (int d = c; d < channels; d++) {
                boolean kept = sites.elements <= 2 || c % RadialChannels.COUNT == d % RadialChannels.COUNT;
                product[c][d] = kept ? number++ : -1;
                product[d][c] = product[c][d];
            }
        }
        this.products = number;
        this.settled = settled(reference);
    }

    /// What fixed atoms contribute to each other's multipoles.
    private double[] settled(double[] reference) {
        double[] poles = new double[sites.count * channels * Multipoles.WIDTH];
        boolean[] everywhere = new boolean[sites.count];
        Arrays.fill(everywhere, true);
        Neighbours pairs = Neighbours.of(sites.cell, reference, everywhere, lists.reach(), 0);
        RadialChannels radial = new RadialChannels();
        forEach(pairs, reference, (one, other, distance, n) -> {
            if (!sites.free[one] && !sites.free[other]) {
                contribute(one, other, distance, n, radial, poles);
            }
        });
        return poles;
    }

    /// How many functions there are.
    int size() {
        return pairs + roots + sites.elements * products * Multipoles.ORDERS;
    }

    int pairFunctions() {
        return pairs;
    }

    int spline(int kind, int otherKind, int spline) {
        int low = Math.min(kind, otherKind);
        int high = Math.max(kind, otherKind);
        int pair = low * sites.elements - low * (low - 1) / 2 + (high - low);
        return pair * PairSplines.COUNT + spline;
    }

    int root(int kind, int channel) {
        return pairs + kind * RadialChannels.COUNT + channel;
    }

    boolean hasProduct(int channel, int other) {
        return product[channel][other] >= 0;
    }

    int product(int kind, int channel, int other, int order) {
        return pairs + roots + (kind * products + product[channel][other]) * Multipoles.ORDERS + order;
    }

    /// Where the multipole of an atom's density in one channel begins.
    int pole(int atom, int channel) {
        return (atom * channels + channel) * Multipoles.WIDTH;
    }

    /// The channel of neighbours of one kind.
    static int channel(int kind, int radial) {
        return kind * RadialChannels.COUNT + radial;
    }

    /// What to do with a pair: the direction n leads from the first to the second atom, and is used again.
    interface Visit {
        void pair(int one, int other, double distance, double[] direction);
    }

    /// Visits each pair within reach of which one atom moves at least.
    void forEachPair(double[] positions, Visit visit) {
        forEach(lists.of(positions), positions, visit);
    }

    private void forEach(Neighbours neighbours, double[] positions, Visit visit) {
        double[] direction = new double[3];
        for (int pair = 0; pair < neighbours.count; pair++) {
            int one = neighbours.first[pair];
            int other = neighbours.second[pair];
            double x = neighbours.component(pair, 0, positions);
            double y = neighbours.component(pair, 1, positions);
            double z = neighbours.component(pair, 2, positions);
            double reach = PairSplines.LAST * sites.contactOf(sites.kind[one], sites.kind[other]);
            double squared = x * x + y * y + z * z;
            if (squared < reach * reach) {
                double distance = Math.max(Math.sqrt(squared), Double.MIN_NORMAL);
                direction[0] = x / distance;
                direction[1] = y / distance;
                direction[2] = z / distance;
                visit.pair(one, other, distance, direction);
            }
        }
    }

    /// The multipoles of all atoms.
    double[] multipoles(double[] positions) {
        double[] poles = settled.clone();
        RadialChannels radial = new RadialChannels();
        forEachPair(positions, (one, other, distance, n) -> contribute(one, other, distance, n, radial, poles));
        return poles;
    }

    private void contribute(int one, int other, double distance, double[] n, RadialChannels radial, double[] poles) {
        radial.at(distance, sites.contactOf(sites.kind[one], sites.kind[other]));
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double g = radial.value[k];
            Multipoles.add(poles, pole(one, channel(sites.kind[other], k)), g, n[0], n[1], n[2]);
            Multipoles.add(poles, pole(other, channel(sites.kind[one], k)), g, -n[0], -n[1], -n[2]);
        }
    }

    /// The square root of an atom's density of all elements in one radial channel.
    double root(double[] poles, int atom, int radial) {
        double density = EMPTY;
        for (int kind = 0; kind < sites.elements; kind++) {
            density += poles[pole(atom, channel(kind, radial))];
        }
        return Math.sqrt(density);
    }

    /// All functions at once. Pairs of fixed atoms are left out, so energies are ones up to a constant.
    double[] values(double[] positions) {
        double[] values = new double[size()];
        double[] poles = multipoles(positions);
        for (int atom = 0; atom < sites.count; atom++) {
            addManyBody(poles, atom, values);
        }
        PairSplines splines = new PairSplines();
        forEachPair(positions, (one, other, distance, n) -> {
            splines.at(distance, sites.contactOf(sites.kind[one], sites.kind[other]));
            for (int m = 0; m < splines.used(); m++) {
                values[spline(sites.kind[one], sites.kind[other], splines.start + m)] += splines.value[m];
            }
        });
        return values;
    }

    private void addManyBody(double[] poles, int atom, double[] values) {
        int kind = sites.kind[atom];
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            values[root(kind, k)] += root(poles, atom, k);
        }
        for (int c = 0; c < channels; c++) {
            for (int d = c; d < channels; d++) {
                for (int order = 0; order < Multipoles.ORDERS && hasProduct(c, d); order++) {
                    values[product(kind, c, d, order)] +=
                            Multipoles.product(poles, pole(atom, c), pole(atom, d), order);
                }
            }
        }
    }

    /// The average monopole of each channel over all atoms: how much a density counts here.
    double[] typicalDensities(double[] positions) {
        double[] poles = multipoles(positions);
        double[] typical = new double[channels];
        for (int atom = 0; atom < sites.count; atom++) {
            for (int c = 0; c < channels; c++) {
                typical[c] += poles[pole(atom, c)] / sites.count;
            }
        }
        return typical;
    }
}
