package cairn.codes.meam;

import java.util.List;

/// What MEAM knows of one element.
///
/// @param rose energy of the reference crystal
/// @param embedding A of the embedding function F(x) = A Ec x ln x
/// @param densityScale rho0 of the atomic densities
/// @param decays beta0 to beta3 of the atomic densities
/// @param weights t1 to t3 of the partial densities
record MeamElement(
        String symbol,
        ReferenceLattice lattice,
        Rose rose,
        double embedding,
        double densityScale,
        List<Double> decays,
        List<Double> weights) {
    MeamElement {
        decays = List.copyOf(decays);
        weights = List.copyOf(weights);
        if (decays.size() != 4 || weights.size() != 3) {
            throw new IllegalArgumentException(symbol + " needs four decays and three weights");
        }
    }

    /// The atomic density of order 0 to 3 at a distance in Angstrom (package equation 4).
    double atomicDensity(int order, double r) {
        return densityScale * Math.exp(-decays.get(order) * (r / rose.distance() - 1));
    }

    /// F(x) = A Ec x ln x (H eq. 5), in eV, of the density over the one of the reference crystal.
    double embeddingEnergy(double x) {
        return x > 0 ? embedding * rose.cohesiveEnergy() * x * Math.log(x) : 0;
    }

    /// G(Gamma) = 2 / (1 + exp(-Gamma)): how the shape of the surroundings scales the density (package equation 6).
    static double shape(double gamma) {
        return 2 / (1 + Math.exp(-gamma));
    }
}
