package cairn.neb.surrogate.basis;

/// Functions of the positions of all atoms whose linear combinations are interatomic potentials.
///
/// For each pair of elements there are splines of the distance (`PairSplines`); for each element the square roots of
/// its densities (the band energy of the second-moment approximation: Cleri and Rosato, Phys. Rev. B 48, 22, 1993), and
/// the products of two multipoles of its densities, the neighbours of each element and each radial channel apart (as in
/// the modified embedded-atom method: Baskes, Phys. Rev. B 46, 2727, 1992; the linear form is that of Drautz, Phys.
/// Rev.
/// B 99, 014104, 2019). With more than two elements only products within one channel are kept.
public final class PotentialBasis {
    /// Keeps the square root of a density smooth where an atom has no neighbours.
    private static final double EMPTY = 1e-3;

    final Sites sites;
    private final NeighbourLists lists;
    private final int pairs;
    private final int roots;
    private final int[][] product;
    private final int products;
    private final double[] settled;

    /// @param reference positions of all atoms, of which only those of the fixed ones matter
    public PotentialBasis(Sites sites, double[] reference) {
        this.sites = sites;
        this.lists = new NeighbourLists(sites);
        this.pairs = sites.elements * (sites.elements + 1) / 2 * PairSplines.COUNT;
        this.roots = sites.elements * RadialChannels.COUNT;
        this.product = new int[sites.channels][sites.channels];
        int number = 0;
        for (int c = 0; c < sites.channels; c++) {
            for (int d = c; d < sites.channels; d++) {
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
        Neighbours fixed = Neighbours.of(sites.cell, reference, sites::reachOfFixed, 0);
        double[] nothing = new double[sites.count * sites.channels * Multipoles.WIDTH];
        return Surroundings.of(sites, fixed, reference, nothing).poles;
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

    /// What all functions need of the structure with these positions.
    public Surroundings around(double[] positions) {
        return Surroundings.of(sites, lists.of(positions), positions, settled);
    }

    /// The square root of an atom's density of all elements in one radial channel.
    double root(double[] poles, int atom, int radial) {
        double density = EMPTY;
        for (int kind = 0; kind < sites.elements; kind++) {
            density += poles[sites.pole(atom, kind, radial)];
        }
        return Math.sqrt(density);
    }

    /// All functions at once. Pairs of fixed atoms are left out, so energies are ones up to a constant.
    public double[] values(Surroundings around) {
        double[] values = new double[size()];
        for (int atom = 0; atom < sites.count; atom++) {
            addManyBody(around.poles, atom, values);
        }
        PairSplines splines = new PairSplines();
        for (int pair = 0; pair < around.count; pair++) {
            splines.at(around.distance[pair], around.contact(pair));
            int first = spline(sites.kind[around.first[pair]], sites.kind[around.second[pair]], splines.start);
            for (int m = 0; m < splines.used(); m++) {
                values[first + m] += splines.value[m];
            }
        }
        return values;
    }

    private void addManyBody(double[] poles, int atom, double[] values) {
        int kind = sites.kind[atom];
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            values[root(kind, k)] += root(poles, atom, k);
        }
        for (int c = 0; c < sites.channels; c++) {
            for (int d = c; d < sites.channels; d++) {
                if (hasProduct(c, d)) {
                    Multipoles.addProducts(
                            poles, sites.pole(atom, c), sites.pole(atom, d), values, product(kind, c, d, 0));
                }
            }
        }
    }
}
