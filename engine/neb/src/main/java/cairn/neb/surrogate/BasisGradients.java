package cairn.neb.surrogate;

/// The gradients of all functions of a basis at once, over the free atoms.
final class BasisGradients implements PotentialBasis.Visit {
    private final PotentialBasis basis;
    private final Sites sites;
    private final double[] poles;
    private final double[] all;
    private final int size;
    private final PairSplines splines = new PairSplines();
    private final RadialChannels radial = new RadialChannels();
    private final double[] back = new double[3];
    private final double[] slope = new double[3];

    private BasisGradients(PotentialBasis basis, double[] positions) {
        this.basis = basis;
        this.sites = basis.sites;
        this.poles = basis.multipoles(positions);
        this.size = 3 * sites.count;
        this.all = new double[basis.size() * size];
    }

    /// Gradient of function f at [f][...].
    static double[][] at(PotentialBasis basis, double[] positions) {
        BasisGradients gradients = new BasisGradients(basis, positions);
        basis.forEachPair(positions, gradients);
        double[][] free = new double[basis.size()][];
        double[] one = new double[gradients.size];
        for (int f = 0; f < free.length; f++) {
            System.arraycopy(gradients.all, f * gradients.size, one, 0, gradients.size);
            free[f] = basis.sites.freeOf(one);
        }
        return free;
    }

    @Override
    public void pair(int one, int other, double distance, double[] n) {
        double contact = sites.contactOf(sites.kind[one], sites.kind[other]);
        splines.at(distance, contact);
        for (int m = 0; m < splines.used(); m++) {
            clear();
            for (int axis = 0; axis < 3; axis++) {
                slope[axis] = splines.slope[m] * n[axis];
            }
            add(basis.spline(sites.kind[one], sites.kind[other], splines.start + m), one, other, 1);
        }
        radial.at(distance, contact);
        for (int axis = 0; axis < 3; axis++) {
            back[axis] = -n[axis];
        }
        around(one, other, distance, n);
        around(other, one, distance, back);
    }

    /// How a neighbour that moves changes the functions of one centre.
    private void around(int centre, int neighbour, double distance, double[] n) {
        int kind = sites.kind[centre];
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double half = 0.5 / basis.root(poles, centre, k) * radial.slope[k];
            for (int axis = 0; axis < 3; axis++) {
                slope[axis] = half * n[axis];
            }
            add(basis.root(kind, k), centre, neighbour, 1);
            int channel = PotentialBasis.channel(sites.kind[neighbour], k);
            for (int d = 0; d < basis.channels; d++) {
                if (basis.hasProduct(channel, d)) {
                    products(centre, neighbour, channel, d, k, distance, n);
                }
            }
        }
    }

    private void products(int centre, int neighbour, int channel, int d, int k, double distance, double[] n) {
        int kind = sites.kind[centre];
        int at = basis.pole(centre, d);
        int times = channel == d ? 2 : 1;
        clear();
        Multipoles.monopoleSlope(poles, at, radial.slope[k], n, slope);
        add(basis.product(kind, channel, d, 0), centre, neighbour, times);
        clear();
        Multipoles.dipoleSlope(poles, at, radial.value[k], radial.slope[k], distance, n, slope);
        add(basis.product(kind, channel, d, 1), centre, neighbour, times);
        clear();
        Multipoles.quadrupoleSlope(poles, at, radial.value[k], radial.slope[k], distance, n, slope);
        add(basis.product(kind, channel, d, 2), centre, neighbour, times);
    }

    private void clear() {
        slope[0] = 0;
        slope[1] = 0;
        slope[2] = 0;
    }

    private void add(int function, int one, int other, int times) {
        int begin = function * size;
        for (int axis = 0; axis < 3; axis++) {
            all[begin + 3 * other + axis] += times * slope[axis];
            all[begin + 3 * one + axis] -= times * slope[axis];
        }
    }
}
