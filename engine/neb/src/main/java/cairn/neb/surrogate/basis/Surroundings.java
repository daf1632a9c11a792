package cairn.neb.surrogate.basis;

/// The pairs of atoms in one structure that are within reach of each other, and the multipoles of the densities that
/// they make around each atom: found once for all that is asked of the structure.
///
/// Pair p leads from atom `first[p]` to atom `second[p]`, along `direction[3p..]`; its densities in the radial channels
/// and their slopes are `density[COUNT p..]` and `densitySlope[COUNT p..]`. Whoever uses it changes nothing.
public final class Surroundings {
    final double[] poles;
    final int[] first;
    final int[] second;
    final double[] distance;
    final double[] direction;
    final double[] density;
    final double[] densitySlope;
    int count;

    private final Sites sites;
    private final RadialChannels radial = new RadialChannels();

    private Surroundings(Sites sites, double[] settled, int most) {
        this.sites = sites;
        this.poles = settled.clone();
        this.first = new int[most];
        this.second = new int[most];
        this.distance = new double[most];
        this.direction = new double[3 * most];
        this.density = new double[RadialChannels.COUNT * most];
        this.densitySlope = new double[RadialChannels.COUNT * most];
    }

    /// @param settled multipoles to begin with: what pairs that are not among these contribute
    static Surroundings of(Sites sites, Neighbours near, double[] positions, double[] settled) {
        Surroundings surroundings = new Surroundings(sites, settled, near.count);
        for (int pair = 0; pair < near.count; pair++) {
            surroundings.add(near, pair, positions);
        }
        return surroundings;
    }

    private void add(Neighbours near, int pair, double[] positions) {
        int one = near.first[pair];
        int other = near.second[pair];
        double reach = sites.reach(one, other);
        double x = near.component(pair, 0, positions);
        double y = near.component(pair, 1, positions);
        double z = near.component(pair, 2, positions);
        double squared = x * x + y * y + z * z;
        if (squared < reach * reach) {
            double length = Math.max(Math.sqrt(squared), Double.MIN_NORMAL);
            first[count] = one;
            second[count] = other;
            distance[count] = length;
            direction[3 * count] = x / length;
            direction[3 * count + 1] = y / length;
            direction[3 * count + 2] = z / length;
            addDensities();
            count++;
        }
    }

    private void addDensities() {
        radial.at(distance[count], contact(count));
        int one = sites.pole(first[count], sites.kind[second[count]], 0);
        int other = sites.pole(second[count], sites.kind[first[count]], 0);
        double nx = direction[3 * count];
        double ny = direction[3 * count + 1];
        double nz = direction[3 * count + 2];
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double g = radial.value[k];
            density[RadialChannels.COUNT * count + k] = g;
            densitySlope[RadialChannels.COUNT * count + k] = radial.slope[k];
            Multipoles.add(poles, one + k * Multipoles.WIDTH, g, nx, ny, nz);
            Multipoles.add(poles, other + k * Multipoles.WIDTH, g, -nx, -ny, -nz);
        }
    }

    /// The contact distance of the atoms of a pair.
    double contact(int pair) {
        return sites.contactOf(sites.kind[first[pair]], sites.kind[second[pair]]);
    }

    /// The average monopole of each channel over all atoms: how much a density counts here.
    double[] typicalDensities() {
        double[] typical = new double[sites.channels];
        for (int atom = 0; atom < sites.count; atom++) {
            for (int c = 0; c < typical.length; c++) {
                typical[c] += poles[sites.pole(atom, c)] / sites.count;
            }
        }
        return typical;
    }
}
