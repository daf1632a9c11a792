package cairn.neb.surrogate;

/// A linear combination of the functions of a basis: an interatomic potential.
final class LearnedPotential {
    private final PotentialBasis basis;
    private final Sites sites;
    private final double[] weights;

    /// Takes the weights over.
    LearnedPotential(PotentialBasis basis, double[] weights) {
        this.basis = basis;
        this.sites = basis.sites;
        this.weights = weights;
    }

    Value at(double[] positions) {
        double[] poles = basis.multipoles(positions);
        double[] adjoint = new double[poles.length];
        double energy = 0;
        for (int atom = 0; atom < sites.count; atom++) {
            energy += manyBody(poles, atom, adjoint);
        }
        PairTerms terms = new PairTerms(adjoint);
        basis.forEachPair(positions, terms);
        return new Value(energy + terms.energy, sites.freeOf(terms.gradient));
    }

    /// The many-body energy of one atom; its derivative with respect to the atom's multipoles is added to `adjoint`.
    private double manyBody(double[] poles, int atom, double[] adjoint) {
        int kind = sites.kind[atom];
        double energy = 0;
        for (int k = 0; k < RadialChannels.COUNT; k++) {
            double root = basis.root(poles, atom, k);
            double weight = weights[basis.root(kind, k)];
            energy += weight * root;
            for (int t = 0; t < sites.elements; t++) {
                adjoint[basis.pole(atom, PotentialBasis.channel(t, k))] += 0.5 * weight / root;
            }
        }
        for (int c = 0; c < basis.channels; c++) {
            for (int d = c; d < basis.channels; d++) {
                if (basis.hasProduct(c, d)) {
                    energy += product(poles, atom, c, d, adjoint);
                }
            }
        }
        return energy;
    }

    private double product(double[] poles, int atom, int c, int d, double[] adjoint) {
        int one = basis.pole(atom, c);
        int other = basis.pole(atom, d);
        double energy = 0;
        for (int order = 0; order < Multipoles.ORDERS; order++) {
            double weight = weights[basis.product(sites.kind[atom], c, d, order)];
            energy += weight * Multipoles.product(poles, one, other, order);
            for (int q = Multipoles.begin(order); q < Multipoles.begin(order + 1); q++) {
                adjoint[one + q] += weight * poles[other + q];
                adjoint[other + q] += weight * poles[one + q];
            }
        }
        return energy;
    }

    /// Pair energies, and the gradient of everything.
    private final class PairTerms implements PotentialBasis.Visit {
        private final double[] adjoint;
        private final double[] gradient = new double[3 * sites.count];
        private final PairSplines splines = new PairSplines();
        private final RadialChannels radial = new RadialChannels();
        private final double[] back = new double[3];
        private final double[] forth = new double[3];
        private final double[] slope = new double[3];
        private double energy;

        PairTerms(double[] adjoint) {
            this.adjoint = adjoint;
        }

        @Override
        public void pair(int one, int other, double distance, double[] n) {
            double contact = sites.contactOf(sites.kind[one], sites.kind[other]);
            splines.at(distance, contact);
            double along = 0;
            for (int m = 0; m < splines.used(); m++) {
                double weight = weights[basis.spline(sites.kind[one], sites.kind[other], splines.start + m)];
                energy += weight * splines.value[m];
                along += weight * splines.slope[m];
            }
            radial.at(distance, contact);
            for (int axis = 0; axis < 3; axis++) {
                slope[axis] = along * n[axis];
                back[axis] = -n[axis];
                forth[axis] = 0;
            }
            around(one, other, distance, n, slope);
            around(other, one, distance, back, forth);
            for (int axis = 0; axis < 3; axis++) {
                gradient[3 * other + axis] += slope[axis] - forth[axis];
                gradient[3 * one + axis] -= slope[axis] - forth[axis];
            }
        }

        /// How a neighbour that moves changes the energy of one centre.
        private void around(int centre, int neighbour, double distance, double[] n, double[] into) {
            for (int k = 0; k < RadialChannels.COUNT; k++) {
                int at = basis.pole(centre, PotentialBasis.channel(sites.kind[neighbour], k));
                Multipoles.monopoleSlope(adjoint, at, radial.slope[k], n, into);
                Multipoles.dipoleSlope(adjoint, at, radial.value[k], radial.slope[k], distance, n, into);
                Multipoles.quadrupoleSlope(adjoint, at, radial.value[k], radial.slope[k], distance, n, into);
            }
        }
    }
}
