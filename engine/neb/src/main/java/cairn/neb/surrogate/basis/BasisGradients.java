package cairn.neb.surrogate.basis;

import java.util.Arrays;

/// The gradients of all functions of a basis at once, over the free atoms.
public final class BasisGradients {
    private final PotentialBasis basis;
    private final Sites sites;
    private final Surroundings around;
    /// Gradient of function f at [f][...].
    private final double[][] all;
    private final PairSplines splines = new PairSplines();
    private final double[] n = new double[3];
    /// Of a function; or of three, one after another.
    private final double[] slope = new double[3 * Multipoles.ORDERS];

    private BasisGradients(PotentialBasis basis, Surroundings around) {
        this.basis = basis;
        this.sites = basis.sites;
        this.around = around;
        this.all = new double[basis.size()][sites.dimension()];
    }

    /// A row for each function.
    public static double[][] at(PotentialBasis basis, Surroundings around) {
        BasisGradients gradients = new BasisGradients(basis, around);
        for (int pair = 0; pair < around.count; pair++) {
            gradients.addPair(pair);
        }
        return gradients.all;
    }

    private void addPair(int pair) {
        int one = around.first[pair];
        int other = around.second[pair];
        System.arraycopy(around.direction, 3 * pair, n, 0, 3);
        splines.at(around.distance[pair], around.contact(pair));
        for (int m = 0; m < splines.used(); m++) {
            along(splines.slope[m]);
            add(basis.spline(sites.kind[one], sites.kind[other], splines.start + m), one, other, 1, 0);
        }
        addAround(pair, one, other);
        Arrays.setAll(n, axis -> -n[axis]);
        addAround(pair, other, one);
    }

    private void along(double length) {
        for (int axis = 0; axis < 3; axis++) {
            slope[axis] = length * n[axis];
        }
    }

    /// How a neighbour that moves changes the functions of one centre.
    private void addAround(int pair, int centre, int neighbour) {
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double radialSlope = around.densitySlope[RadialChannels.COUNT * pair + k];
            along(0.5 / basis.root(around.poles, centre, k) * radialSlope);
            add(basis.root(sites.kind[centre], k), centre, neighbour, 1, 0);
            int channel = sites.kind[neighbour] * RadialChannels.COUNT + k;
            for (int d = 0; d < sites.channels; d++) {
                if (basis.hasProduct(channel, d)) {
                    addProducts(pair, centre, neighbour, channel, d);
                }
            }
        }
    }

    private void addProducts(int pair, int centre, int neighbour, int channel, int d) {
        int k = RadialChannels.COUNT * pair + channel % RadialChannels.COUNT;
        int at = sites.pole(centre, d);
        Multipoles.slopes(around.poles, at, around.density[k], around.densitySlope[k], around.distance[pair], n, slope);
        int times = channel == d ? 2 : 1;
        for (int order = 0; order < Multipoles.ORDERS; order++) {
            add(basis.product(sites.kind[centre], channel, d, order), centre, neighbour, times, 3 * order);
        }
    }

    /// Moves atom `other` away from atom `one`: only free ones count.
    private void add(int function, int one, int other, int times, int at) {
        if (sites.free[other]) {
            add(all[function], sites.place(other), times, at);
        }
        if (sites.free[one]) {
            add(all[function], sites.place(one), -times, at);
        }
    }

    private void add(double[] row, int to, int times, int at) {
        row[to] += times * slope[at];
        row[to + 1] += times * slope[at + 1];
        row[to + 2] += times * slope[at + 2];
    }
}
