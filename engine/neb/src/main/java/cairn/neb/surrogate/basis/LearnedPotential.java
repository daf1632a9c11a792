package cairn.neb.surrogate.basis;

import cairn.neb.surrogate.process.Value;
/// A linear combination of the functions of a basis: an interatomic potential.

public final class LearnedPotential {
    private final PotentialBasis basis;
    private final Sites sites;
    private final double[] weights;
    /// The weights of the products of channels c and d around one kind, order by order, at [kind][(channels c + d)
    /// ORDERS..]: symmetric, that of a square twice.
    private final double[][] products;

    /// Takes the weights over.
    public LearnedPotential(PotentialBasis basis, double[] weights) {
        this.basis = basis;
        this.sites = basis.sites;
        this.weights = weights;
        this.products = new double[sites.elements][sites.channels * sites.channels * Multipoles.ORDERS];
        for (int c = 0; c < sites.channels; c++) {
            for (int d = c; d < sites.channels; d++) {
                if (basis.hasProduct(c, d)) {
                    setProduct(c, d);
                }
            }
        }
    }

    private void setProduct(int c, int d) {
        for (int kind = 0; kind < sites.elements; kind++) {
            for (int order = 0; order < Multipoles.ORDERS; order++) {
                double weight = weights[basis.product(kind, c, d, order)];
                products[kind][(sites.channels * c + d) * Multipoles.ORDERS + order] += weight;
                products[kind][(sites.channels * d + c) * Multipoles.ORDERS + order] += weight;
            }
        }
    }

    public Value at(Surroundings around) {
        double[] adjoint = new double[around.poles.length];
        double energy = 0;
        for (int atom = 0; atom < sites.count; atom++) {
            energy += ofProducts(around.poles, atom, adjoint) + ofRoots(around.poles, atom, adjoint);
        }
        PairTerms terms = new PairTerms(around, adjoint);
        for (int pair = 0; pair < around.count; pair++) {
            terms.add(pair);
        }
        return new Value(energy + terms.energy, sites.freeOf(terms.gradient));
    }

    /// The energy of one atom from products of its multipoles P, 1/2 sum_cd w_cd P_c . P_d; its derivative with respect
    /// to them, sum_d w_cd P_d, is put into `adjoint`.
    private double ofProducts(double[] poles, int atom, double[] adjoint) {
        double energy = 0;
        for (int c = 0; c < sites.channels; c++) {
            int at = sites.pole(atom, c);
            for (int d = 0; d < sites.channels; d++) {
                int weight = (sites.channels * c + d) * Multipoles.ORDERS;
                Multipoles.add(products[sites.kind[atom]], weight, poles, sites.pole(atom, d), adjoint, at);
            }
            energy += Multipoles.product(poles, at, adjoint, at) / 2;
        }
        return energy;
    }

    private double ofRoots(double[] poles, int atom, double[] adjoint) {
        double energy = 0;
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double root = basis.root(poles, atom, k);
            double weight = weights[basis.root(sites.kind[atom], k)];
            energy += weight * root;
            for (int kind = 0; kind < sites.elements; kind++) {
                adjoint[sites.pole(atom, kind, k)] += 0.5 * weight / root;
            }
        }
        return energy;
    }

    /// Pair energies, and the gradient of everything.
    private final class PairTerms {
        private final Surroundings around;
        private final double[] adjoint;
        private final double[] gradient = new double[3 * sites.count];
        private final PairSplines splines = new PairSplines();
        private final double[] n = new double[3];
        private final double[] back = new double[3];
        private final double[] slope = new double[3];
        private final double[] backSlope = new double[3];
        private double energy;

        PairTerms(Surroundings around, double[] adjoint) {
            this.around = around;
            this.adjoint = adjoint;
        }

        void add(int pair) {
            int one = around.first[pair];
            int other = around.second[pair];
            double along = ofSplines(pair, one, other);
            for (int axis = 0; axis < 3; axis++) {
                n[axis] = around.direction[3 * pair + axis];
                back[axis] = -n[axis];
                slope[axis] = along * n[axis];
                backSlope[axis] = 0;
            }
            addAround(pair, one, other, n, slope);
            addAround(pair, other, one, back, backSlope);
            for (int axis = 0; axis < 3; axis++) {
                gradient[3 * other + axis] += slope[axis] - backSlope[axis];
                gradient[3 * one + axis] -= slope[axis] - backSlope[axis];
            }
        }

        /// Adds the pair energy, and returns its slope.
        private double ofSplines(int pair, int one, int other) {
            splines.at(around.distance[pair], around.contact(pair));
            int first = basis.spline(sites.kind[one], sites.kind[other], splines.start);
            double along = 0;
            for (int m = 0; m < splines.used(); m++) {
                energy += weights[first + m] * splines.value[m];
                along += weights[first + m] * splines.slope[m];
            }
            return along;
        }

        /// How a neighbour that moves changes the energy of one centre.
        private void addAround(int pair, int centre, int neighbour, double[] direction, double[] into) {
            int at = sites.pole(centre, sites.kind[neighbour], 0);
            for (int k = 0; k < RadialChannels.COUNT; k++) {
                int density = RadialChannels.COUNT * pair + k;
                Multipoles.addSlope(
                        adjoint,
                        at + k * Multipoles.WIDTH,
                        around.density[density],
                        around.densitySlope[density],
                        around.distance[pair],
                        direction,
                        into);
            }
        }
    }
}
